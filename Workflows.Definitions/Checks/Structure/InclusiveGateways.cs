using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An inclusive gateway splits on conditions, and joins what can come over several flows.</summary>
/// <remarks>Its join waits for whatever can still come, which costs a reader more thought than the two simple gateways do.</remarks>
public sealed class InclusiveGateways : IDefinitionRule
{
    public string Id => "inclusive-gateway";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        foreach (var (node, scope) in definition.Nodes.Where(at => at.Node is InclusiveGateway))
        {
            if (node.Outgoing.Count > 1 && scope.Outgoing(node).All(flow => flow.Condition is null))
            {
                yield return new Flaw(node.Id, $"Expected inclusive gateway '{node.Id}' to choose by conditions, but none of its flows has one: a parallel gateway takes all flows.");
            }

            if (node.Incoming.Count > 1 && !Before(node, scope).Any(SplitsIn(scope)))
            {
                yield return new Flaw(node.Id, $"Expected several tokens to reach inclusive gateway '{node.Id}', but nothing before it splits: an exclusive gateway merges.");
            }
        }
    }

    private static Func<FlowNode, bool> SplitsIn(ScopeUnderCheck scope) => node => node switch
    {
        ParallelGateway or InclusiveGateway or ComplexGateway => node.Outgoing.Count > 1,
        Gateway => false,
        Activity activity => node.Outgoing.Count > 1 || scope.Content.BoundaryEventsOf(activity.Id).Any(boundary => !boundary.CancelActivity),
        _ => node.Outgoing.Count > 1 || node is StartEvent,
    };

    private static HashSet<FlowNode> Before(FlowNode node, ScopeUnderCheck scope)
    {
        var found = new HashSet<FlowNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<FlowNode>([node]);
        while (open.TryPop(out var next))
        {
            foreach (var source in FlowWays.Before(next, scope.Content).Where(found.Add))
            {
                open.Push(source);
            }
        }

        // One start event is one token; several may be started together.
        if (found.OfType<StartEvent>().Count() < 2)
        {
            found.RemoveWhere(source => source is StartEvent { Outgoing.Count: < 2 });
        }

        return found;
    }
}
