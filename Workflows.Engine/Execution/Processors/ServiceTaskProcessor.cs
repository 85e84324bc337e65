using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>A service task waits for the answer of another system; without a connector there is nobody to wait for.</summary>
internal static class ServiceTaskProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, FlowNode node)
    {
        if (node.Approval.Connector is { } connector)
        {
            burst.Emit(new ConnectorCalled(instance.Id, node.Id, connector));
        }
        else
        {
            Elements.Complete(burst, instance);
        }
    }
}
