using Workflows.Definitions.Checks.Soundness.Messages;
using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>One move of the token game.</summary>
/// <param name="Node">The node that moves.</param>
/// <param name="Flow">The one outgoing flow that it takes; -1 where it takes several or none.</param>
internal readonly record struct Step(int Node, int Flow, Marking Next);

/// <summary>The moves that are possible in a state (BPMN 2.0.2 §13).</summary>
/// <param name="strict">
/// True for the atomicity of the fBPMN theory, which the conformance suite was computed with: non-interrupting events repeat without end, and
/// end events count their tokens. False for what the engine does: such an event happens once while its activity runs.
/// </param>
internal sealed partial class TokenGame(TokenNet net, Mail mail, bool strict)
{
    public TokenNet Net => net;

    public Marking Initial()
    {
        var draft = new Draft(new byte[net.CellCount], []);
        foreach (var process in net.Processes)
        {
            foreach (var start in process.Nodes.Where(node => net.Nodes[node].Kind == NetNodeKind.Start))
            {
                draft[net.NodeCell(start)] = 1;
            }
        }

        return draft.ToMarking();
    }

    /// <summary>Lets the event sub-processes of a scope that is at work happen.</summary>
    public void Begin(Draft draft, NetScope scope) => ArmEventSubProcesses(draft, scope);

    public IEnumerable<Step> Steps(Marking state)
    {
        for (var node = 0; node < net.Nodes.Length; node++)
        {
            foreach (var step in StepsOf(state, node))
            {
                yield return step;
            }
        }
    }

    /// <summary>The moves of one node.</summary>
    public IEnumerable<Step> StepsOf(Marking state, int number)
    {
        var node = net.Nodes[number];
        return node.Kind switch
        {
            NetNodeKind.Start => Start(state, number, node),
            NetNodeKind.End => End(state, number, node),
            NetNodeKind.Terminate => Terminate(state, number, node),
            NetNodeKind.Pass => Pass(state, number, node),
            NetNodeKind.Throw => Throw(state, number, node),
            NetNodeKind.Task => EnterTask(state, number, node).Concat(LeaveTask(state, number, node)),
            NetNodeKind.SubProcess => EnterSubProcess(state, number, node).Concat(LeaveSubProcess(state, number, node)),
            NetNodeKind.EventSubProcess => TriggerEventSubProcess(state, number, node).Concat(LeaveEventSubProcess(state, number, node)),
            NetNodeKind.Boundary => Boundary(state, number, node),
            NetNodeKind.Parallel => Parallel(state, number, node),
            NetNodeKind.Inclusive => Inclusive(state, number, node),
            NetNodeKind.EventBased => EventBased(state, number, node),
            NetNodeKind.Complex => Complex(state, number, node),
            _ => Exclusive(state, number, node),
        };
    }

    /// <summary>True while something in the scope can still move or is running.</summary>
    public bool IsBusy(Marking state, NetScope scope)
    {
        foreach (var cell in scope.BusyCells)
        {
            if (state[cell] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<int> Marked(Marking state, NetNode node) => node.In.Where(flow => state[flow] > 0);

    private static void Put(Draft draft, int[] flows)
    {
        foreach (var flow in flows)
        {
            draft[flow]++;
        }
    }

    private static int Only(int[] flows) => flows.Length == 1 ? flows[0] : -1;

    /// <summary>The drafts after sending one of the node's messages; the draft itself where it sends none.</summary>
    private IEnumerable<Draft> Sending(NetNode node, Func<Draft> begin)
    {
        if (node.MessagesOut.Length == 0)
        {
            yield return begin();
            yield break;
        }

        foreach (var message in node.MessagesOut)
        {
            var draft = begin();
            if (mail.Send(draft.Mail, net.Messages[message]) is { } sent)
            {
                draft.Mail = sent;
                draft[net.MessageCell(message)]++;
                yield return draft;
            }
        }
    }

    /// <summary>The drafts after receiving one of the node's messages; the draft itself where it waits for none.</summary>
    private IEnumerable<Draft> Receiving(Marking state, NetNode node, Func<Draft> begin)
    {
        if (node.MessagesIn.Length == 0)
        {
            yield return begin();
            yield break;
        }

        foreach (var message in node.MessagesIn.Where(message => state[net.MessageCell(message)] > 0))
        {
            var draft = begin();
            if (mail.Receive(draft.Mail, net.Messages[message]) is { } received)
            {
                draft.Mail = received;
                draft[net.MessageCell(message)]--;
                yield return draft;
            }
        }
    }
}
