using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Tells whether another token can come to a node while the node itself does not move.</summary>
/// <remarks>
/// It looks at ways only, not at conditions or messages: it may say yes where the answer is no, never the other way round. One object
/// answers many questions with the same arrays.
/// </remarks>
internal sealed class Independence
{
    private readonly TokenNet net;
    private readonly int[][] upstream;
    private readonly bool[] reached;
    private readonly bool[] moved;
    private readonly Stack<int> open = new();
    private Marking state = null!;
    private int resting;

    public Independence(TokenNet net)
    {
        this.net = net;
        reached = new bool[net.Flows.Length];
        moved = new bool[net.Nodes.Length];
        upstream = WaysTo.Of(net);
    }

    public bool OthersReach(Marking at, int node)
    {
        // Most nodes are not in a ring: then it is enough that nothing stands before them.
        if (!at.HasToken(upstream[node]))
        {
            return false;
        }

        (state, resting) = (at, node);
        Array.Clear(reached);
        Array.Clear(moved);
        for (var number = 0; number < net.Nodes.Length; number++)
        {
            if (HasToken(number))
            {
                open.Push(number);
            }
        }

        while (open.TryPop(out var number))
        {
            Move(number);
        }

        return Any(net.Nodes[resting].In, reached);
    }

    private bool HasToken(int number)
    {
        var node = net.Nodes[number];
        switch (node.Kind)
        {
            case NetNodeKind.EventSubProcess:
                return true;
            case NetNodeKind.Start when !CanStart(node):
                return false;
            case NetNodeKind.Start or NetNodeKind.Task or NetNodeKind.SubProcess when state[net.NodeCell(number)] > 0:
                return true;
            default:
                return state.HasToken(node.In);
        }
    }

    private bool CanStart(NetNode start)
    {
        var scope = net.Scopes[start.Scope];
        return scope.Owner < 0 ? state[scope.StartedCell] == 0 : net.Nodes[scope.Owner].Kind == NetNodeKind.SubProcess;
    }

    private void Move(int number)
    {
        var node = net.Nodes[number];
        if (moved[number]
            || number == resting
            || (node.AttachedTo >= 0 && node.AttachedTo == resting)
            || (node.Kind == NetNodeKind.Parallel && !IsFull(node)))
        {
            return;
        }

        moved[number] = true;
        node.Boundaries.ForEach(open.Push);
        node.Catches.ForEach(open.Push);

        // What contains the resting node can be interrupted, but not left, and not entered again before that.
        if (Contains(node))
        {
            return;
        }

        if (node.Content >= 0)
        {
            foreach (var inner in net.Scopes[node.Content].Nodes)
            {
                if (net.Nodes[inner].Kind == NetNodeKind.Start)
                {
                    Come(net.Nodes[inner].Out);
                }
            }
        }

        Come(node.Out);
    }

    private void Come(int[] flows)
    {
        foreach (var flow in flows)
        {
            reached[flow] = true;
            open.Push(net.Targets[flow]);
        }
    }

    private bool IsFull(NetNode join)
    {
        foreach (var flow in join.In)
        {
            if (!reached[flow] && state[flow] == 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Contains(NetNode node)
    {
        if (node.Content < 0)
        {
            return false;
        }

        var scope = net.Nodes[resting].Scope;
        while (scope >= 0 && scope != node.Content)
        {
            scope = net.Scopes[scope].Parent;
        }

        return scope >= 0;
    }

    private static bool Any(int[] flows, bool[] set)
    {
        foreach (var flow in flows)
        {
            if (set[flow])
            {
                return true;
            }
        }

        return false;
    }
}
