namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>For each node, the cells from which a token can come to it on any way, other than those that it takes tokens from itself.</summary>
/// <remarks>Ways lead over flows, into and out of sub-processes, from activities to their boundary events, and from what throws to what catches.</remarks>
internal static class WaysTo
{
    public static int[][] Of(TokenNet net)
    {
        var before = Before(net);
        return [.. Enumerable.Range(0, net.Nodes.Length).Select(node => Cells(net, before, node))];
    }

    private static int[] Cells(TokenNet net, List<int>[] before, int node)
    {
        var cells = new HashSet<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>(before[node]);
        while (open.TryPop(out var source))
        {
            if (source == node)
            {
                // In a ring its own token may come back: only looking at the state tells whether another is under way.
                cells.UnionWith(net.Nodes[node].In);
                cells.Add(net.NodeCell(node));
            }

            if (!seen.Add(source))
            {
                continue;
            }

            cells.UnionWith(net.Nodes[source].In);
            cells.Add(net.NodeCell(source));
            if (net.Nodes[source].Kind == NetNodeKind.EventSubProcess)
            {
                // It can begin whenever its scope runs.
                cells.UnionWith(net.Scopes[net.Nodes[source].Scope].BusyCells);
            }

            before[source].ForEach(open.Push);
        }

        return [.. cells];
    }

    private static List<int>[] Before(TokenNet net)
    {
        var before = new List<int>[net.Nodes.Length];
        for (var number = 0; number < net.Nodes.Length; number++)
        {
            before[number] = [];
        }

        for (var number = 0; number < net.Nodes.Length; number++)
        {
            var node = net.Nodes[number];
            foreach (var next in node.Out.Select(flow => net.Targets[flow]).Concat(node.Boundaries).Concat(node.Catches))
            {
                before[next].Add(number);
            }

            if (node.Content >= 0)
            {
                foreach (var start in net.Scopes[node.Content].Nodes.Where(inner => net.Nodes[inner].Kind == NetNodeKind.Start))
                {
                    before[start].Add(number);
                }
            }
        }

        return before;
    }
}
