namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>For an inclusive join, the cells from which a token can still come over an incoming flow without passing the join (BPMN 2.0.2 §13.4.3).</summary>
internal static class JoinUpstream
{
    /// <param name="overBoundaries">
    /// True to count an activity as upstream of what its boundary events lead to: the join waits for what may still come from there. But that
    /// a boundary event has happened does not say that its activity's own token is not coming.
    /// </param>
    public static bool[][] Of(TokenNet net, int join, bool overBoundaries) =>
        [.. net.Nodes[join].In.Select(flow => Cells(net, join, flow, overBoundaries))];

    private static bool[] Cells(TokenNet net, int join, int flow, bool overBoundaries)
    {
        var cells = new bool[net.CellCount];
        var seen = new HashSet<int>();
        var open = new Stack<int>([net.Sources[flow]]);
        while (open.TryPop(out var node))
        {
            if (node == join || !seen.Add(node))
            {
                continue;
            }

            cells[net.NodeCell(node)] = net.Nodes[node].Kind is not (NetNodeKind.Boundary or NetNodeKind.End);
            foreach (var incoming in net.Nodes[node].In)
            {
                cells[incoming] = true;
                open.Push(net.Sources[incoming]);
            }

            if (overBoundaries && net.Nodes[node].AttachedTo is >= 0 and var activity)
            {
                open.Push(activity);
            }
        }

        return cells;
    }
}
