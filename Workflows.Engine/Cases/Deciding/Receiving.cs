using System.Globalization;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Messages, signals and the answers of other systems.</summary>
internal static class Receiving
{
    public static Rejected? Deliver(Burst burst, DeliverMessage message) =>
        Throwing.Deliver(burst, message.Name, message.Payload, message.Correlation)
            ? null
            : new Rejected(RejectionCode.NotFound, $"Expected case '{burst.Case.Number}' to wait for message '{message.Name}', but it does not.", message.Name);

    public static Rejected? Broadcast(Burst burst, BroadcastSignal signal)
    {
        Throwing.Signal(burst, signal.Name, signal.Payload);

        return null;
    }

    public static Rejected? Complete(Burst burst, CompleteActivity command)
    {
        if (Waiting(burst, command.InstanceId) is not { } instance)
        {
            return NotWaiting(burst, command.InstanceId);
        }

        Variables.Receive(burst, instance, burst.NodeOf(instance)!, command.Values);
        Elements.Complete(burst, instance);

        return null;
    }

    public static Rejected? Fail(Burst burst, FailActivity command)
    {
        if (Waiting(burst, command.InstanceId) is not { } instance)
        {
            return NotWaiting(burst, command.InstanceId);
        }

        if (!Throwing.Error(burst, instance, command.ErrorCode))
        {
            Elements.RaiseIncident(burst, instance, $"Expected '{instance.ElementId}' to succeed, but it failed with '{command.ErrorCode}': {command.Message}");
        }

        return null;
    }

    private static ElementInstance? Waiting(Burst burst, int id) =>
        burst.Case.Instances.TryGetValue(id, out var instance) && burst.NodeOf(instance)?.Approval.Connector is not null ? instance : null;

    private static Rejected NotWaiting(Burst burst, int id) => new(
        RejectionCode.NotFound,
        $"Expected element instance '{id}' of case '{burst.Case.Number}' to wait for another system, but it does not.",
        id.ToString(CultureInfo.InvariantCulture));
}
