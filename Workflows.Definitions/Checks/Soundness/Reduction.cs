using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Leaves out interleavings that make no difference, so that parallel branches add states instead of multiplying them.</summary>
/// <remarks>
/// <para>
/// In each state it looks for one node whose moves can go first: nothing else can bring another token to the node meanwhile (so no second
/// token on a flow is missed), nothing else can take its token but what ends its scope as a whole (which ends the same
/// whether the node has moved before or not), and its moves take no other node's move away. Then only that node's moves are
/// followed. Where there is none, or where one of its moves closes a ring (else something could be put off for ever), all
/// moves are followed. This is partial-order reduction by persistent sets (Godefroid 1996) with the usual proviso for cycles.
/// </para>
/// <para>Whatever sends, waits for messages, throws or ends a scope is never put first.</para>
/// </remarks>
internal sealed class Reduction
{
    private readonly TokenGame game;
    private readonly TokenNet net;
    private readonly Independence independence;
    private readonly bool[] canGoFirst;
    private readonly int[] atRisk;

    public Reduction(TokenGame game)
    {
        this.game = game;
        net = game.Net;
        independence = new Independence(net);
        canGoFirst = [.. net.Nodes.Select(CanGoFirst)];
        atRisk = [.. Enumerable.Range(0, net.Nodes.Length).Where(node => net.Nodes[node].Kind is NetNodeKind.Inclusive or NetNodeKind.EventSubProcess or NetNodeKind.Complex)];
    }

    /// <param name="isOnPath">True for a state on the way that is being followed.</param>
    public (IReadOnlyList<Step> Steps, bool IsReduced) Steps(Marking state, Func<Marking, bool> isOnPath)
    {
        for (var node = 0; node < net.Nodes.Length; node++)
        {
            if (canGoFirst[node]
                && (state[net.NodeCell(node)] > 0 || state.HasToken(net.Nodes[node].In))
                && MovesOf(state, node) is { Count: > 0 } first
                && !independence.OthersReach(state, node)
                && first.TrueForAll(step => !isOnPath(step.Next) && TakesNothingAway(state, step)))
            {
                return (first, true);
            }
        }

        return ([.. game.Steps(state)], false);
    }

    private bool CanGoFirst(NetNode node) => node.MessagesIn.Length == 0 && node.MessagesOut.Length == 0 && node.Kind switch
    {
        NetNodeKind.Pass or NetNodeKind.Exclusive or NetNodeKind.Parallel or NetNodeKind.Inclusive or NetNodeKind.End => true,
        NetNodeKind.Start => IsOnlyWayToStart(node),
        NetNodeKind.EventBased => node.Out.All(flow => net.Nodes[net.Targets[flow]].MessagesIn.Length == 0),
        NetNodeKind.Task or NetNodeKind.SubProcess => node.Boundaries.TrueForAll(boundary => net.Nodes[boundary].MessagesIn.Length == 0),
        _ => false,
    };

    private bool IsOnlyWayToStart(NetNode node) =>
        net.Scopes[node.Scope].Owner >= 0
        || net.Scopes[node.Scope].Nodes.Count(other => net.Nodes[other] is { Kind: NetNodeKind.Start, Together.Length: > 0 }) == 1;

    // An activity that can be left can as well be interrupted: which of them happens is a choice, so all are followed.
    private List<Step> MovesOf(Marking state, int number)
    {
        List<Step> moves = [.. game.StepsOf(state, number)];
        if (moves.Count > 0 && state[net.NodeCell(number)] > 0)
        {
            moves.AddRange(net.Nodes[number].Boundaries.SelectMany(boundary => game.StepsOf(state, boundary)));
        }

        return moves;
    }

    private bool TakesNothingAway(Marking state, Step step)
    {
        foreach (var number in atRisk)
        {
            if (number == step.Node)
            {
                continue;
            }

            var other = net.Nodes[number];
            var isFed = IsFed(state, step, other);
            if ((isFed && (other.Kind == NetNodeKind.Complex || CouldFireBefore(state, step, other))) || IsTakenAway(state, step, number))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTakenAway(Marking state, Step step, int number) =>
        game.StepsOf(state, number).Any() && !game.StepsOf(step.Next, number).Any();

    private static bool IsFed(Marking state, Step step, NetNode join)
    {
        foreach (var flow in join.In)
        {
            if (step.Next[flow] > state[flow])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where an inclusive join could fire without waiting for the token that the move brings.</summary>
    private static bool CouldFireBefore(Marking state, Step step, NetNode join)
    {
        for (var full = 0; full < join.In.Length; full++)
        {
            if (state[join.In[full]] > 0 && IsTakenFrom(state, step, join.UpstreamByFlows[full]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTakenFrom(Marking state, Step step, bool[] cells)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] && step.Next[cell] < state[cell])
            {
                return true;
            }
        }

        return false;
    }
}
