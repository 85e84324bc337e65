using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A task without a type does nothing itself: it sends along the message flows drawn from it, then waits for those drawn to it.</summary>
internal static class AbstractTaskProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, AbstractTask task)
    {
        var receives = burst.Definitions.MessageFlows.Any(flow => flow.TargetId == task.Id);
        if (receives)
        {
            burst.Emit(new SubscriptionOpened(new Subscription(burst.NextId, instance.Id, instance.ProcessId, task.Id, SubscriptionKind.Message, null, null)));
        }

        Throwing.Message(burst, task.Id, null);
        if (!receives)
        {
            Elements.Complete(burst, instance);
        }
    }
}
