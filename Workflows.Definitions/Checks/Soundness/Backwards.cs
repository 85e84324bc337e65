namespace Workflows.Definitions.Checks.Soundness;

/// <summary>The states from which one of certain states can be reached.</summary>
internal static class Backwards
{
    public static bool[] From(StateSpace space, Func<int, bool> isGoal)
    {
        var before = Enumerable.Range(0, space.Moves.Count)
            .SelectMany(from => space.Moves[from].Select(move => (From: from, move.To)))
            .ToLookup(move => move.To, move => move.From);
        var reached = new bool[space.States.Count];
        var open = new Stack<int>(Enumerable.Range(0, space.Moves.Count).Where(isGoal));
        while (open.TryPop(out var state))
        {
            if (!reached[state])
            {
                reached[state] = true;
                foreach (var earlier in before[state])
                {
                    open.Push(earlier);
                }
            }
        }

        return reached;
    }
}
