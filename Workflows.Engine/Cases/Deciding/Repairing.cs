using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;
using Workflows.Engine.Execution.Processors;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Goes on where an incident stopped the case: once more, or past what was stopped. Administrators only.</summary>
internal static class Repairing
{
    public static Rejected? Retry(Burst burst, RetryIncident command)
    {
        if (Refusal(burst, command.IncidentId, command.Reason) is { } refusal)
        {
            return refusal;
        }

        var incident = burst.Case.Incidents[command.IncidentId];
        if (command.Variables is { } variables)
        {
            burst.Emit(new VariablesSet(null, variables));
        }

        burst.Emit(new IncidentResolved(incident.Id, command.Reason));
        if (Timers.Unread(burst, incident.InstanceId, incident.ElementId) is { Count: > 0 } unread)
        {
            Timers.ReadAgain(burst, unread);
            return null;
        }

        var instance = GoOn(burst, incident);
        if (incident.Call is { } call)
        {
            burst.Emit(new CallRepeated(call));
        }
        else if (instance is not null && burst.NodeOf(instance) is { } node && node.Id == incident.ElementId)
        {
            Elements.Begin(burst, instance, node);
        }

        return null;
    }

    public static Rejected? Skip(Burst burst, SkipIncident command)
    {
        if (Refusal(burst, command.IncidentId, command.Reason) is { } refusal)
        {
            return refusal;
        }

        var incident = burst.Case.Incidents[command.IncidentId];
        var node = burst.Case.Instances.TryGetValue(incident.InstanceId, out var stopped) ? burst.NodeOf(stopped) : null;
        if (node?.Id != incident.ElementId && Timers.Unread(burst, incident.InstanceId, incident.ElementId).Count > 0)
        {
            // The work beside the timer has never stood still: without it, it goes on.
            burst.Emit(new IncidentResolved(incident.Id, command.Reason, Skipped: true));
            return null;
        }

        if (incident.InstanceId != 0 && WhyNot(incident, node, command.FlowId) is { } reason)
        {
            return reason;
        }

        burst.Emit(new IncidentResolved(incident.Id, command.Reason, Skipped: true));
        if (incident.Call is { } call)
        {
            burst.Emit(new CallSkipped(call));
        }

        if (GoOn(burst, incident) is { } instance)
        {
            Pass(burst, instance, node!, command.FlowId, command.Values);
        }

        return null;
    }

    private static Rejected? Refusal(Burst burst, int incidentId, string reason)
    {
        if (!burst.Actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected an administrator to resolve an incident, but '{burst.Actor.AccountId}' is none.", "incident", Role.Administrator);
        }

        var id = incidentId.ToString(CultureInfo.InvariantCulture);
        if (!burst.Case.Incidents.ContainsKey(incidentId))
        {
            return new Rejected(RejectionCode.NotFound, $"Expected incident '{id}' of case '{burst.Case.Number}', but there is no such incident.", id);
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Rejected(RejectionCode.ReasonRequired, $"Expected a reason for resolving incident '{id}' of case '{burst.Case.Number}', but there is none.", burst.Case.Number, id)
            : null;
    }

    /// <summary>The sentence that says why the case cannot go on past the incident; null where it can.</summary>
    private static Rejected? WhyNot(Incident incident, FlowNode? node, string? flowId) => node switch
    {
        Gateway gateway when gateway.Id == incident.ElementId => flowId is not null && gateway.Outgoing.Contains(flowId)
            ? null
            : new Rejected(
                RejectionCode.UnknownOutcome,
                $"Expected one of the flows [{string.Join(", ", gateway.Outgoing)}] of gateway '{gateway.Id}', but '{flowId}' is none of them.",
                gateway.Id,
                flowId ?? "",
                string.Join(", ", gateway.Outgoing)),
        not null when node.Id == incident.ElementId => null,
        _ => new Rejected(
            RejectionCode.OperationNotAllowed,
            $"Expected an incident at an element that can be passed, but '{incident.ElementId}' waits for tokens that cannot come.",
            incident.ElementId),
    };

    /// <summary>The instance that stood still, alive again; null where none did.</summary>
    private static ElementInstance? GoOn(Burst burst, Incident incident)
    {
        if (!burst.Case.Instances.TryGetValue(incident.InstanceId, out var stopped))
        {
            return null;
        }

        var instance = stopped with { State = InstanceState.Active };
        burst.Emit(new ElementChanged(instance));
        return instance;
    }

    private static void Pass(Burst burst, ElementInstance instance, FlowNode node, string? flowId, FeelContext? values)
    {
        if (node is Gateway)
        {
            Elements.Leave(burst, instance, node, [flowId!]);
            return;
        }

        Elements.CancelContent(burst, instance);
        Execution.Variables.Receive(burst, instance, node, values);
        Elements.Complete(burst, instance);
    }
}
