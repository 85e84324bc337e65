using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Activities are entered and left in two moves, so that something can happen meanwhile (BPMN 2.0.2 §13.3).</summary>
/// <remarks>An activity that runs is not entered again: the token waits before it.</remarks>
internal sealed partial class TokenGame
{
    private IEnumerable<Step> EnterTask(Marking state, int number, NetNode node) =>
        from flow in state[net.NodeCell(number)] == 0 ? Marked(state, node) : []
        select Entered(state, number, node, flow);

    private IEnumerable<Step> LeaveTask(Marking state, int number, NetNode node) =>
        from received in state[net.NodeCell(number)] > 0 ? Receiving(state, node, state.Change) : []
        from sent in Sending(node, () => Copy(received))
        from taken in node.Choices
        select Left(Copy(sent), number, node, taken);

    private IEnumerable<Step> EnterSubProcess(Marking state, int number, NetNode node)
    {
        foreach (var flow in state[net.NodeCell(number)] == 0 ? Marked(state, node) : [])
        {
            var draft = state.Change();
            draft[flow]--;
            draft[net.NodeCell(number)] = 1;
            Arm(draft, node);
            var content = net.Scopes[node.Content];
            foreach (var start in content.Nodes.Where(inner => net.Nodes[inner].Kind == NetNodeKind.Start))
            {
                draft[net.NodeCell(start)]++;
            }

            ArmEventSubProcesses(draft, content);
            yield return new Step(number, -1, draft.ToMarking());
        }
    }

    private IEnumerable<Step> LeaveSubProcess(Marking state, int number, NetNode node)
    {
        if (state[net.NodeCell(number)] == 0 || IsBusy(state, net.Scopes[node.Content]))
        {
            yield break;
        }

        foreach (var taken in node.Choices)
        {
            var draft = state.Change();
            draft.Clear(net.Scopes[node.Content].AllCells);
            yield return Left(draft, number, node, taken);
        }
    }

    private IEnumerable<Step> TriggerEventSubProcess(Marking state, int number, NetNode node)
    {
        var scope = net.Scopes[node.Scope];
        if (!node.IsSpontaneous || state[ArmedCell(node)] == 0 || !IsBusy(state, scope))
        {
            yield break;
        }

        foreach (var draft in Receiving(state, node, state.Change))
        {
            Begin(draft, number, node);
            yield return new Step(number, -1, draft.ToMarking());
        }
    }

    private IEnumerable<Step> LeaveEventSubProcess(Marking state, int number, NetNode node)
    {
        if (state[net.NodeCell(number)] == 0 || IsBusy(state, net.Scopes[node.Content]))
        {
            yield break;
        }

        var draft = state.Change();
        draft.Clear(net.Scopes[node.Content].AllCells);
        draft[net.NodeCell(number)] = 0;
        yield return new Step(number, -1, draft.ToMarking());
    }

    private Step Entered(Marking state, int number, NetNode node, int flow)
    {
        var draft = state.Change();
        draft[flow]--;
        draft[net.NodeCell(number)] = 1;
        Arm(draft, node);
        return new Step(number, -1, draft.ToMarking());
    }

    private Step Left(Draft draft, int number, NetNode node, int[] taken)
    {
        draft[net.NodeCell(number)]--;
        Disarm(draft, node);
        Put(draft, taken);
        return new Step(number, Only(taken), draft.ToMarking());
    }

    /// <summary>Starts an event sub-process; an interrupting one ends everything else in its scope.</summary>
    private void Begin(Draft draft, int number, NetNode node)
    {
        if (node.IsInterrupting)
        {
            draft.Clear(net.Scopes[node.Scope].AllCells);
        }

        var content = net.Scopes[node.Content];
        draft[ArmedCell(node)] = 0;
        draft[net.NodeCell(number)] = 1;
        Put(draft, [.. StartOf(node).Out]);
        ArmEventSubProcesses(draft, content);
    }

    private void ArmEventSubProcesses(Draft draft, NetScope scope)
    {
        foreach (var sub in scope.EventSubProcesses)
        {
            draft[ArmedCell(net.Nodes[sub])] = 1;
        }
    }

    private void Arm(Draft draft, NetNode activity)
    {
        foreach (var boundary in strict ? [] : activity.Boundaries)
        {
            draft[net.NodeCell(boundary)] = 1;
        }
    }

    private void Disarm(Draft draft, NetNode activity)
    {
        foreach (var boundary in activity.Boundaries)
        {
            draft[net.NodeCell(boundary)] = 0;
        }
    }

    private NetNode StartOf(NetNode eventSubProcess) => net.Nodes[FirstStart(eventSubProcess)];

    private int ArmedCell(NetNode eventSubProcess) => net.NodeCell(FirstStart(eventSubProcess));

    private int FirstStart(NetNode eventSubProcess) =>
        net.Scopes[eventSubProcess.Content].Nodes.Find(inner => net.Nodes[inner].Kind == NetNodeKind.Start);

    private Draft Copy(Draft draft) => draft.ToMarking().Change();
}
