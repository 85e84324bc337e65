using Workflows.Definitions.Checks.Soundness.Messages;
using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>The states of a net that matter, and what each of them means.</summary>
internal sealed class Exploration
{
    /// <summary>More messages than this on one message flow are not followed.</summary>
    private const int MostMessages = 3;

    /// <summary>The shortest example is looked for among so many states; beyond them the example is one of the shorter ones.</summary>
    private const int StatesForExample = 20_000;

    private readonly TokenGame game;
    private readonly Lazy<StateSpace> unreduced;

    /// <param name="from">The state to begin with; null for that of processes that have not started.</param>
    public Exploration(TokenNet net, int mostStates, bool reduced, CancellationToken cancellation, Func<TokenGame, Marking>? from = null)
    {
        Net = net;
        game = new TokenGame(net, Mail.Of(Communication.Bag, net), strict: false);
        var initial = from?.Invoke(game) ?? game.Initial();
        Space = reduced ? StateSpace.DepthFirst(initial, new Reduction(game), IsCutOff, mostStates, cancellation) : Unreduced(mostStates);
        unreduced = new Lazy<StateSpace>(() => reduced ? Unreduced(Math.Min(StatesForExample, mostStates)) : Space);
        IsWhole = Space.IsComplete && !Space.States.Exists(IsCutOff);

        StateSpace Unreduced(int most) =>
            StateSpace.BreadthFirst(initial, state => IsCutOff(state) ? [] : game.Steps(state), _ => true, most, cancellation);
    }

    public TokenNet Net { get; }

    public StateSpace Space { get; }

    /// <summary>True where every state was looked at.</summary>
    public bool IsWhole { get; }

    /// <summary>The states among which short examples are looked for: all of them, where they are few enough.</summary>
    public StateSpace ForExample => unreduced.Value.IsComplete ? unreduced.Value : Space;

    /// <summary>The elements on a short way to a state for which this holds.</summary>
    public IReadOnlyList<string> Example(Func<Marking, bool> holds)
    {
        var space = unreduced.Value.States.Exists(state => holds(state)) ? unreduced.Value : Space;
        return Elements(space.PathTo(space.States.FindIndex(state => holds(state))));
    }

    /// <summary>The ids of the nodes that move and of the flows that they choose.</summary>
    public IReadOnlyList<string> Elements(IReadOnlyList<(int Node, int Flow)> path)
    {
        var elements = new List<string>();
        var running = new HashSet<int>();
        foreach (var (number, flow) in path)
        {
            var node = Net.Nodes[number];

            // An activity moves twice, when it is entered and when it is left; it is one element of the example.
            var isLeft = node.Kind is NetNodeKind.Task or NetNodeKind.SubProcess or NetNodeKind.EventSubProcess && !running.Add(number);
            if (isLeft)
            {
                running.Remove(number);
            }
            else
            {
                elements.Add(node.Id);
            }

            if (node.AttachedTo >= 0 && node.IsInterrupting)
            {
                running.Remove(node.AttachedTo);
            }

            if (flow >= 0 && node.Choices.Length > 1)
            {
                elements.Add(Net.Flows[flow]);
            }
        }

        return elements;
    }

    public bool IsUnsafe(Marking state)
    {
        for (var flow = 0; flow < Net.Flows.Length; flow++)
        {
            if (state[flow] > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where nothing can move although a process has started and not ended.</summary>
    public bool IsStuck(Marking state) =>
        !IsCutOff(state)
        && Net.Processes.Any(process => state[process.StartedCell] > 0 && game.IsBusy(state, process))
        && !game.Steps(state).Any();

    /// <summary>True where everything has ended and the message flow still holds a message.</summary>
    public bool IsLeftOver(Marking state, int message) =>
        state[Net.MessageCell(message)] > 0
        && !Net.Processes.Any(process => game.IsBusy(state, process))
        && !game.Steps(state).Any();

    /// <summary>The element at which a token waits: a join where there is one.</summary>
    public string WaitsAt(Marking state)
    {
        var waiting = Enumerable.Range(0, Net.Nodes.Length)
            .Where(number => Net.Nodes[number].In.Any(flow => state[flow] > 0) || (Net.Nodes[number].Kind == NetNodeKind.Task && state[Net.NodeCell(number)] > 0))
            .Select(number => Net.Nodes[number])
            .ToList();
        return (waiting.Find(node => node.Kind is NetNodeKind.Parallel or NetNodeKind.Inclusive or NetNodeKind.Complex)
            ?? waiting.FirstOrDefault()
            ?? Net.Nodes[0]).Id;
    }

    private bool IsCutOff(Marking state) => IsUnsafe(state) || HasTooManyMessages(state);

    private bool HasTooManyMessages(Marking state)
    {
        for (var message = 0; message < Net.Messages.Length; message++)
        {
            if (state[Net.MessageCell(message)] > MostMessages)
            {
                return true;
            }
        }

        return false;
    }
}
