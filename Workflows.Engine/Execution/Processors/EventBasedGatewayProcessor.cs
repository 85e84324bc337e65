using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution.Processors;

/// <summary>An event-based gateway waits for the first of the events behind it (BPMN 2.0.2 §13.4.4).</summary>
internal static class EventBasedGatewayProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, EventBasedGateway gateway)
    {
        var content = burst.Definitions.Processes[instance.ProcessId].Place(gateway.Id).Content;
        foreach (var target in gateway.Outgoing.Select(flow => content.Node(content.Flow(flow).TargetId)))
        {
            switch (target)
            {
                case Event caught:
                    Catching.Open(burst, instance, instance.ProcessId, caught);
                    break;
                case ReceiveTask task:
                    Catching.Open(burst, instance, task);
                    break;
            }
        }
    }
}
