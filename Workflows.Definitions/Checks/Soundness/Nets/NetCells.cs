namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>Works out which cells belong to each scope, and which start events begin together.</summary>
internal static class NetCells
{
    public static void Fill(TokenNet net)
    {
        for (var number = 0; number < net.Scopes.Length; number++)
        {
            var scope = net.Scopes[number];
            scope.AllCells = [.. All(net, scope)];
            scope.BusyCells = [.. scope.Flows, .. scope.Nodes.Where(node => HoldsOpen(net, scope, node)).Select(net.NodeCell)];
            scope.StartedCell = scope.Parent < 0 ? net.StartedCell(number) : -1;
            if (scope.Parent < 0)
            {
                Group(net, scope);
            }
        }
    }

    private static IEnumerable<int> All(TokenNet net, NetScope scope) =>
    [
        .. scope.Flows,
        .. scope.Nodes.Select(net.NodeCell),
        .. scope.Nodes.Where(node => net.Nodes[node].Content >= 0).SelectMany(node => All(net, net.Scopes[net.Nodes[node].Content])),
    ];

    private static bool HoldsOpen(TokenNet net, NetScope scope, int node) => net.Nodes[node].Kind switch
    {
        NetNodeKind.End or NetNodeKind.Terminate or NetNodeKind.Throw or NetNodeKind.Boundary => false,

        // A complex gateway that has fired only waits for its reset.
        NetNodeKind.Complex => false,
        NetNodeKind.Start => scope.Owner >= 0 && net.Nodes[scope.Owner].Kind == NetNodeKind.SubProcess,
        _ => true,
    };

    // What needs no message begins together; every other start event is another way to begin.
    private static void Group(TokenNet net, NetScope process)
    {
        var starts = process.Nodes.Where(node => net.Nodes[node].Kind == NetNodeKind.Start).ToList();
        int[] blank = [.. starts.Where(node => !net.Nodes[node].IsSpontaneous && net.Nodes[node].MessagesIn.Length == 0)];
        foreach (var start in starts)
        {
            net.Nodes[start].Together = blank.Contains(start) ? (start == blank[0] ? blank : []) : [start];
        }
    }
}
