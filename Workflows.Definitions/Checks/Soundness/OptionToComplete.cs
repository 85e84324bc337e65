using Workflows.Definitions.Checks.Soundness.Nets;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Where a process or sub-process that is at work stands: its living elements and the tokens on its sequence flows.</summary>
/// <param name="Elements">Ids of living elements, each once a token.</param>
/// <param name="Flows">Ids of sequence flows, each once a token.</param>
/// <param name="Spent">For complex gateways that have fired: how many of their incoming flows they have seen.</param>
/// <param name="IsInterrupted">True where an interrupting event sub-process has taken over.</param>
public sealed record ScopeStanding(IReadOnlyList<string> Elements, IReadOnlyList<string> Flows, IReadOnlyDictionary<string, int> Spent, bool IsInterrupted);

/// <summary>Explores what can still happen in a process or sub-process that is at work: can it come to its end from where it stands?</summary>
/// <remarks>
/// A sub-process inside it counts as a task, because its own content is asked by itself. Past the bound the verdict is
/// <see cref="SoundnessVerdict.Undecided"/>.
/// </remarks>
public static class OptionToComplete
{
    private const int MostStates = 20_000;

    /// <param name="forbidsMeeting">True where also two tokens that meet on one flow are a flaw: a branch would be gone through twice.</param>
    public static SoundnessReport From(
        FlowScope content, ScopeStanding standing, Func<string, ProcessDefinition?> findProcess, bool forbidsMeeting = false, CancellationToken cancellation = default)
    {
        try
        {
            var process = new ProcessDefinition { Id = "running", Content = new FlowScope([.. content.Nodes.Select(Closed)], content.Flows) };
            var net = TokenNetBuilder.Build([process], [], findProcess);
            return Flaws.OfRunning(new Exploration(net, MostStates, reduced: true, cancellation, game => Marking(game, standing)), forbidsMeeting);
        }
        catch (NetTooLargeException)
        {
            return new SoundnessReport(SoundnessVerdict.Undecided, [], 0);
        }
    }

    private static FlowNode Closed(FlowNode node) => node is SubProcess { TriggeredByEvent: false } sub
        ? new AbstractTask
        {
            Id = sub.Id,
            Incoming = sub.Incoming,
            Outgoing = sub.Outgoing,
            DefaultFlowId = sub.DefaultFlowId,
            IsForCompensation = sub.IsForCompensation,
        }
        : node;

    private static Marking Marking(TokenGame game, ScopeStanding standing)
    {
        var net = game.Net;
        var draft = new Draft(new byte[net.CellCount], []);
        draft[net.StartedCell(0)] = 1;
        foreach (var flow in standing.Flows)
        {
            draft[Array.IndexOf(net.Flows, flow)]++;
        }

        foreach (var element in standing.Elements)
        {
            Put(draft, net, Array.FindIndex(net.Nodes, node => node.Id == element), standing.Spent.GetValueOrDefault(element));
        }

        if (!standing.IsInterrupted)
        {
            game.Begin(draft, net.Scopes[0]);
        }

        return draft.ToMarking();
    }

    private static void Put(Draft draft, TokenNet net, int number, int seen)
    {
        var node = net.Nodes[number];
        switch (node.Kind)
        {
            case NetNodeKind.Task or NetNodeKind.SubProcess:
                draft[net.NodeCell(number)]++;
                node.Boundaries.ForEach(boundary => draft[net.NodeCell(boundary)] = 1);
                break;
            case NetNodeKind.Complex:
                draft[net.NodeCell(number)] = seen;
                break;
            case NetNodeKind.EventSubProcess:
                break;
            default:
                // What passes in one move waits before it.
                if (node.In.Length > 0)
                {
                    draft[node.In[0]]++;
                }

                break;
        }
    }
}
