using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A send task sends its message, or calls its connector and waits for the answer.</summary>
internal static class SendTaskProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, SendTask task)
    {
        if (task.Approval.Connector is not null)
        {
            ServiceTaskProcessor.Enter(burst, instance, task);

            return;
        }

        ThrowEventProcessor.Send(burst, instance, task, task.MessageId);
        Elements.Complete(burst, instance);
    }
}
