using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>The nodes from which a token can come to a node, within one process or sub-process.</summary>
internal static class EarlierNodes
{
    public static IReadOnlyCollection<FlowNode> Of(FlowNode node, FlowScope content)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<FlowNode>([node]);
        while (open.TryPop(out var next))
        {
            foreach (var before in JustBefore(next, content).Where(before => found.Add(before.Id)))
            {
                open.Push(before);
            }
        }

        return [.. found.Select(content.Node)];
    }

    // The activity itself is not done when its boundary event happens: what came before it is.
    private static IEnumerable<FlowNode> JustBefore(FlowNode node, FlowScope content) =>
        FlowWays.Before(node is BoundaryEvent boundary ? content.Node(boundary.AttachedToId) : node, content);
}
