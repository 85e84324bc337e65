using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Looks for a run that is fair and never settles in good states.</summary>
/// <remarks>
/// Fair: a node that can move goes on eventually, and every single outgoing flow of an exclusive, inclusive or event-based gateway that is
/// possible again and again is taken again and again. Whatever a fair run does for ever lies in one strongly connected part of
/// the state space, so it is enough to look at those parts and, where a gateway's choice is left out, at what remains without the states that offer it.
/// </remarks>
internal sealed class FairRuns(TokenNet net, StateSpace space)
{
    /// <summary>A state in which a fair run can be again and again although it is not good; -1 where there is none.</summary>
    public int FindBad(Func<Marking, bool> isGood)
    {
        var open = new Stack<List<int>>([[.. Enumerable.Range(0, space.States.Count)]]);
        while (open.TryPop(out var states))
        {
            foreach (var part in StrongParts.Of(space, states))
            {
                var inside = part.ToHashSet();
                if (StandsStill(part, inside) || part.TrueForAll(state => isGood(space.States[state])))
                {
                    continue;
                }

                var left = LeftOut(part, inside);
                if (left.Count == 0)
                {
                    return part.Find(state => !isGood(space.States[state]));
                }

                open.Push([.. part.Where(state => !left.Contains(state))]);
            }
        }

        return -1;
    }

    /// <summary>True where some node could move in every state of the part, but the part has no move of it.</summary>
    private bool StandsStill(List<int> part, HashSet<int> inside)
    {
        HashSet<int>? always = null;
        var moving = new HashSet<int>();
        foreach (var state in part)
        {
            var enabled = space.Moves[state].Select(move => move.Node);
            if (always is null)
            {
                always = [.. enabled];
            }
            else
            {
                always.IntersectWith(enabled);
            }

            moving.UnionWith(space.Moves[state].Where(move => inside.Contains(move.To)).Select(move => move.Node));
        }

        return always!.Any(node => !moving.Contains(node));
    }

    /// <summary>The states that offer a choice which the part never takes.</summary>
    private HashSet<int> LeftOut(List<int> part, HashSet<int> inside)
    {
        var taken = part.SelectMany(state => space.Moves[state]).Where(move => inside.Contains(move.To)).Select(move => (move.Node, move.Flow)).ToHashSet();
        return [.. part.Where(state => space.Moves[state].Any(move => IsChoice(move) && !taken.Contains((move.Node, move.Flow))))];
    }

    private bool IsChoice(Move move) =>
        move.Flow >= 0
        && net.Nodes[move.Node] is { Kind: NetNodeKind.Exclusive or NetNodeKind.Inclusive or NetNodeKind.EventBased, Out.Length: > 1 };
}
