using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>A call outward that was given up becomes an incident of its case.</summary>
internal static class Undelivered
{
    public static Rejected? Report(Burst burst, ReportUndelivered command)
    {
        if (!burst.Actor.Is(Role.System))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected the engine to report call '{command.Key}', but '{burst.Actor.AccountId}' did.", "call", Role.System);
        }

        var waiting = command.InstanceId is { } id ? burst.Case.Instances.GetValueOrDefault(id) : null;
        if (command.InstanceId is not null && waiting is null)
        {
            // What waited for the answer has been interrupted meanwhile: nobody misses it.
            return null;
        }

        if (waiting is not null)
        {
            burst.Emit(new ElementChanged(waiting with { State = InstanceState.Incident }));
        }

        burst.Emit(new IncidentRaised(new Incident(
            burst.NextId, waiting?.Id ?? 0, waiting?.ElementId ?? "", command.Message, burst.Now, new UndeliveredCall(command.Key, command.Consumer))));
        return null;
    }
}
