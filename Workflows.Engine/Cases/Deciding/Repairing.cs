using System.Globalization;
using Workflows.Engine.Execution;
using Workflows.Engine.Execution.Processors;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Retries what an incident stopped, after somebody has repaired it.</summary>
internal static class Repairing
{
    public static Rejected? Retry(Burst burst, RetryIncident command)
    {
        if (!burst.Actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected an administrator to retry an incident, but '{burst.Actor.AccountId}' is none.", "incident", Role.Administrator);
        }

        if (!burst.Case.Incidents.TryGetValue(command.IncidentId, out var incident))
        {
            return new Rejected(
                RejectionCode.NotFound,
                $"Expected incident '{command.IncidentId}' of case '{burst.Case.Number}', but there is no such incident.",
                command.IncidentId.ToString(CultureInfo.InvariantCulture));
        }

        if (command.Variables is { } variables)
        {
            burst.Emit(new VariablesSet(null, variables));
        }

        burst.Emit(new IncidentResolved(incident.Id, command.Reason));
        var instance = burst.Case.Instances[incident.InstanceId] with { State = InstanceState.Active };
        burst.Emit(new ElementChanged(instance));
        if (burst.NodeOf(instance) is { } node && node.Id == incident.ElementId)
        {
            ProcessorTable.Enter(burst, instance, node);
        }

        return null;
    }
}
