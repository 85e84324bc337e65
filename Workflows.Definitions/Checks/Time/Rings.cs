using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>The nodes of a scope in groups that can be gone round, the earlier before the later; a node in no ring is a group of its own.</summary>
internal sealed class Rings
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private Rings(List<List<FlowNode>> inOrder)
    {
        InOrder = inOrder;
        for (var number = 0; number < inOrder.Count; number++)
        {
            inOrder[number].ForEach(node => numbers[node.Id] = number);
        }
    }

    public IReadOnlyList<IReadOnlyList<FlowNode>> InOrder { get; }

    public int NumberOf(string nodeId) => numbers[nodeId];

    public static Rings Of(FlowScope scope)
    {
        var ahead = scope.Nodes.ToDictionary(node => node.Id, node => Ahead(scope, node.Id), StringComparer.Ordinal);
        var rings = new List<List<FlowNode>>();
        foreach (var node in scope.Nodes)
        {
            var ring = rings.Find(other => ahead[node.Id].Contains(other[0].Id) && ahead[other[0].Id].Contains(node.Id));
            if (ring is null)
            {
                rings.Add([node]);
            }
            else
            {
                ring.Add(node);
            }
        }

        // Who stands before another sees all that the other sees, and more.
        return new Rings([.. rings.OrderByDescending(ring => ahead[ring[0].Id].Count)]);
    }

    /// <summary>True where tokens can come back to the group that they have left.</summary>
    public bool IsRing(IReadOnlyList<FlowNode> group, FlowScope scope) =>
        group.Count > 1 || scope.Flows.Any(flow => flow.SourceId == group[0].Id && flow.TargetId == group[0].Id);

    private static HashSet<string> Ahead(FlowScope scope, string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var id))
        {
            foreach (var target in FlowWays.After(scope.Node(id), scope).Select(node => node.Id).Where(seen.Add))
            {
                open.Push(target);
            }
        }

        return seen;
    }
}
