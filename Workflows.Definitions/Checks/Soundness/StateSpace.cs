using System.Runtime.InteropServices;
using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>States of a token game and the moves between them.</summary>
internal sealed class StateSpace
{
    private readonly Dictionary<Marking, int> numbers = [];

    public List<Marking> States { get; } = [];

    /// <summary>The moves out of each state; empty for a state that was not gone into.</summary>
    public List<Move[]> Moves { get; } = [];

    /// <summary>The nodes that have moved somewhere.</summary>
    public HashSet<int> Moved { get; } = [];

    /// <summary>False where the bound was reached: then nothing can be said of what was not found.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The state from which each was found first, and the moves that led there.</summary>
    private List<(int State, IReadOnlyList<(int Node, int Flow)> Moves)> FoundFrom { get; } = [];

    /// <summary>Follows every move, breadth first: the way to each state is a shortest one.</summary>
    /// <param name="within">States for which it is false are not part of the space, though moves into them are known to be possible.</param>
    /// <param name="mostStates">The bound.</param>
    public static StateSpace BreadthFirst(
        Marking initial,
        Func<Marking, IEnumerable<Step>> steps,
        Func<Marking, bool> within,
        int mostStates,
        CancellationToken cancellation)
    {
        var space = new StateSpace();
        space.Number(initial, (-1, []));
        for (var state = 0; state < space.States.Count && space.IsWithinBound(mostStates, cancellation); state++)
        {
            var moves = new List<Move>();
            foreach (var step in steps(space.States[state]))
            {
                space.Moved.Add(step.Node);
                var to = within(step.Next) ? space.Number(step.Next, (state, [(step.Node, step.Flow)])) : Move.Beyond;
                moves.Add(new Move(step.Node, step.Flow, to));
            }

            space.Moves[state] = [.. moves];
        }

        return space;
    }

    /// <summary>Follows the moves that a reduction leaves, depth first; states between which there is no choice are not kept.</summary>
    /// <param name="isCutOff">States that are kept but not gone into.</param>
    public static StateSpace DepthFirst(Marking initial, Reduction reduction, Func<Marking, bool> isCutOff, int mostStates, CancellationToken cancellation)
    {
        var space = new StateSpace();
        var onPath = new List<bool>();
        var calls = new Stack<(int State, IReadOnlyList<Step> Steps, int Next)>();
        Enter(space.Number(initial, (-1, [])));
        while (calls.TryPop(out var call))
        {
            var (state, steps, next) = call;
            if (next == steps.Count)
            {
                onPath[state] = false;
                continue;
            }

            if (!space.IsWithinBound(mostStates, cancellation))
            {
                break;
            }

            calls.Push((state, steps, next + 1));
            var (moves, end) = space.Run(steps[next], reduction, isCutOff, IsOnPath);
            var isNew = !space.numbers.ContainsKey(end);
            var to = space.Number(end, (state, moves));
            space.Moves[state][next] = new Move(steps[next].Node, steps[next].Flow, to);
            if (isNew)
            {
                Enter(to);
            }
        }

        return space;

        bool IsOnPath(Marking marking) => space.numbers.TryGetValue(marking, out var number) && onPath[number];

        void Enter(int state)
        {
            onPath.Add(true);
            var steps = isCutOff(space.States[state]) ? [] : reduction.Steps(space.States[state], IsOnPath).Steps;
            space.Moves[state] = new Move[steps.Count];
            calls.Push((state, steps, 0));
        }
    }

    /// <summary>The moves that lead to a state, in order.</summary>
    public IReadOnlyList<(int Node, int Flow)> PathTo(int state)
    {
        var parts = new Stack<IReadOnlyList<(int Node, int Flow)>>();
        for (var at = state; FoundFrom[at].State >= 0; at = FoundFrom[at].State)
        {
            parts.Push(FoundFrom[at].Moves);
        }

        return [.. parts.SelectMany(part => part)];
    }

    /// <summary>Goes on from a move while there is only one next.</summary>
    private (IReadOnlyList<(int Node, int Flow)> Moves, Marking End) Run(Step first, Reduction reduction, Func<Marking, bool> isCutOff, Func<Marking, bool> isOnPath)
    {
        // Long enough for any branch; a ring of single moves is kept once round.
        const int longest = 500;
        var moves = new List<(int, int)> { (first.Node, first.Flow) };
        Moved.Add(first.Node);
        var end = first.Next;
        while (moves.Count < longest && !numbers.ContainsKey(end) && !isCutOff(end) && reduction.Steps(end, isOnPath) is { IsReduced: true, Steps: [var only] })
        {
            moves.Add((only.Node, only.Flow));
            Moved.Add(only.Node);
            end = only.Next;
        }

        return (moves, end);
    }

    private int Number(Marking marking, (int, IReadOnlyList<(int, int)>) from)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, marking, out var isKnown);
        if (!isKnown)
        {
            number = States.Count;
            States.Add(marking);
            Moves.Add([]);
            FoundFrom.Add(from);
        }

        return number;
    }

    private bool IsWithinBound(int mostStates, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IsComplete = States.Count <= mostStates;
        return IsComplete;
    }
}

/// <param name="To">The next state, or <see cref="Beyond"/>.</param>
internal readonly record struct Move(int Node, int Flow, int To)
{
    /// <summary>A state that exists but is not part of the space.</summary>
    public const int Beyond = -1;
}
