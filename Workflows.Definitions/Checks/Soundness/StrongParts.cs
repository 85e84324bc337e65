namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Strongly connected parts of a state space, by Tarjan's algorithm without recursion.</summary>
internal static class StrongParts
{
    /// <param name="states">Only these, and the moves between them, are looked at.</param>
    public static IEnumerable<List<int>> Of(StateSpace space, List<int> states)
    {
        var inside = states.ToHashSet();
        var index = new Dictionary<int, int>(states.Count);
        var low = new Dictionary<int, int>(states.Count);
        var path = new Stack<int>();
        var onPath = new HashSet<int>();
        foreach (var root in states.Where(state => !index.ContainsKey(state)))
        {
            var calls = new Stack<(int State, int Next)>([(root, 0)]);
            while (calls.TryPop(out var call))
            {
                var (state, next) = call;
                if (index.TryAdd(state, index.Count))
                {
                    low[state] = index[state];
                    path.Push(state);
                    onPath.Add(state);
                }

                var moves = space.Moves[state];
                for (; next < moves.Length; next++)
                {
                    var to = moves[next].To;
                    if (!inside.Contains(to))
                    {
                        continue;
                    }

                    if (!index.ContainsKey(to))
                    {
                        calls.Push((state, next));
                        calls.Push((to, 0));
                        break;
                    }

                    low[state] = Math.Min(low[state], onPath.Contains(to) ? low[to] : low[state]);
                }

                if (next < moves.Length)
                {
                    continue;
                }

                if (low[state] == index[state])
                {
                    yield return Part(path, onPath, state);
                }
            }
        }
    }

    private static List<int> Part(Stack<int> path, HashSet<int> onPath, int root)
    {
        var part = new List<int>();
        int state;
        do
        {
            state = path.Pop();
            onPath.Remove(state);
            part.Add(state);
        }
        while (state != root);

        return part;
    }
}
