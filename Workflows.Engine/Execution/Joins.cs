using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution.Processors;

namespace Workflows.Engine.Execution;

/// <summary>Gateways that wait for several tokens: parallel, inclusive and complex joins (BPMN 2.0.2 §13.4).</summary>
internal static class Joins
{
    /// <summary>True where tokens wait on the gateway's incoming flows until it fires.</summary>
    public static bool Waits(FlowNode node) => node is ParallelGateway or InclusiveGateway or ComplexGateway && node.Incoming.Count > 1;

    /// <summary>A token has reached the gateway and waits; a parallel join may fire at once.</summary>
    public static void Arrived(Burst burst, ElementInstance scope, string processId, FlowNode gateway)
    {
        switch (gateway)
        {
            case ParallelGateway:
                var waiting = Waiting(burst, scope, gateway);
                if (waiting.Count == gateway.Incoming.Count)
                {
                    Elements.Enter(burst, scope, gateway, waiting);
                }

                break;
            case ComplexGateway complex:
                ComplexGatewayProcessor.Arrived(burst, scope, complex, burst.Definitions.Processes[processId]);
                break;
        }
    }

    /// <summary>Fires the inclusive joins that nothing can reach any more. Asked only when no token moves.</summary>
    /// <returns>True where one has fired, so that tokens move again.</returns>
    public static bool Settle(Burst burst)
    {
        foreach (var (_, token) in burst.Case.Tokens)
        {
            var scope = burst.Case.Instances[token.ScopeId];
            if (Target(burst, scope, token.FlowId) is InclusiveGateway gateway && IsReady(burst, scope, gateway))
            {
                Elements.Enter(burst, scope, gateway, Waiting(burst, scope, gateway));

                return true;
            }
        }

        return false;
    }

    /// <summary>One token of each incoming flow that has one.</summary>
    public static IReadOnlyList<int> Waiting(Burst burst, ElementInstance scope, FlowNode gateway) =>
        [.. gateway.Incoming
            .Select(flow => burst.Case.Tokens.Values.FirstOrDefault(token => token.ScopeId == scope.Id && token.FlowId == flow))
            .OfType<FlowToken>()
            .Select(token => token.Id)];

    /// <summary>True where no token elsewhere in the scope can still come over an incoming flow that has none (§13.4.3).</summary>
    public static bool IsReady(Burst burst, ElementInstance scope, FlowNode gateway)
    {
        var (processId, content) = burst.ContentOf(scope);
        var reach = burst.Definitions.Processes[processId].ReachOf(gateway);
        var taken = gateway.Incoming.Where(flow => HasToken(burst, scope, flow)).ToList();
        var empty = gateway.Incoming.Except(taken).ToList();

        return empty.Count == 0 || !Positions(burst, scope, content, gateway).Any(node =>
            empty.Exists(flow => reach.Reaches(node, flow)) && !taken.Exists(flow => reach.Reaches(node, flow)));
    }

    private static bool HasToken(Burst burst, ElementInstance scope, string flowId) =>
        burst.Case.Tokens.Values.Any(token => token.ScopeId == scope.Id && token.FlowId == flowId);

    private static IEnumerable<string> Positions(Burst burst, ElementInstance scope, FlowScope content, FlowNode gateway) =>
        burst.ChildrenOf(scope).Select(child => child.ElementId)
            .Concat(burst.Case.Tokens.Values
                .Where(token => token.ScopeId == scope.Id)
                .Select(token => content.Flow(token.FlowId).TargetId)
                .Where(target => target != gateway.Id));

    private static FlowNode Target(Burst burst, ElementInstance scope, string flowId)
    {
        var (_, content) = burst.ContentOf(scope);

        return content.Node(content.Flow(flowId).TargetId);
    }
}
