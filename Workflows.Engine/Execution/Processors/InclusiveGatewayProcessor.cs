using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution.Processors;

/// <summary>An inclusive gateway takes every flow whose condition is met, else its default flow (BPMN 2.0.2 §13.4.3).</summary>
internal static class InclusiveGatewayProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, InclusiveGateway gateway)
    {
        if (gateway.Outgoing.Count <= 1)
        {
            Elements.Leave(burst, instance, gateway, gateway.Outgoing);

            return;
        }

        var taken = burst.Steering?.Choose(gateway.Id) ?? [.. Flows.Met(burst, instance, gateway, gateway.DefaultFlowId)];
        if (taken.Count == 0 && gateway.DefaultFlowId is { } defaultFlow)
        {
            taken = [defaultFlow];
        }

        if (taken.Count > 0)
        {
            Elements.Leave(burst, instance, gateway, taken);
        }
        else
        {
            Elements.RaiseIncident(burst, instance, $"Expected gateway '{gateway.Id}' to find a true condition or a default flow, but found neither.");
        }
    }
}
