using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution.Processors;

/// <summary>An exclusive gateway takes the first flow whose condition is met, else its default flow (BPMN 2.0.2 §13.4.2).</summary>
internal static class ExclusiveGatewayProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, ExclusiveGateway gateway)
    {
        if (burst.Steering?.Choose(gateway.Id) is { } chosen)
        {
            Elements.Leave(burst, instance, gateway, chosen);
        }
        else if (gateway.Outgoing.Count <= 1)
        {
            Elements.Leave(burst, instance, gateway, gateway.Outgoing);
        }
        else if ((Flows.Met(burst, instance, gateway, gateway.DefaultFlowId).FirstOrDefault() ?? gateway.DefaultFlowId) is { } flow)
        {
            Elements.Leave(burst, instance, gateway, [flow]);
        }
        else
        {
            Elements.RaiseIncident(burst, instance, $"Expected gateway '{gateway.Id}' to find a true condition or a default flow, but found neither.");
        }
    }
}
