using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Events happen in one move (BPMN 2.0.2 §13.5).</summary>
internal sealed partial class TokenGame
{
    private IEnumerable<Step> Start(Marking state, int number, NetNode node)
    {
        var scope = net.Scopes[node.Scope];
        if (state[net.NodeCell(number)] == 0 || (scope.Owner >= 0 && net.Nodes[scope.Owner].Kind == NetNodeKind.EventSubProcess))
        {
            return [];
        }

        return scope.Owner >= 0 ? [StartInSubProcess(state, number, node)] : StartProcess(state, number, node, scope);
    }

    private Step StartInSubProcess(Marking state, int number, NetNode node)
    {
        var draft = state.Change();
        draft[net.NodeCell(number)]--;
        Put(draft, node.Out);
        return new Step(number, Only(node.Out), draft.ToMarking());
    }

    private IEnumerable<Step> StartProcess(Marking state, int number, NetNode node, NetScope process)
    {
        if (state[process.StartedCell] > 0 || node.Together.Length == 0)
        {
            yield break;
        }

        foreach (var draft in Receiving(state, node, state.Change))
        {
            draft[process.StartedCell] = 1;
            foreach (var start in node.Together)
            {
                draft[net.NodeCell(start)]--;
                Put(draft, net.Nodes[start].Out);
            }

            ArmEventSubProcesses(draft, process);
            yield return new Step(number, Only(node.Out), draft.ToMarking());
        }
    }

    private IEnumerable<Step> End(Marking state, int number, NetNode node)
    {
        foreach (var flow in Marked(state, node))
        {
            foreach (var draft in Sending(node, state.Change))
            {
                draft[flow]--;
                MarkEnd(draft, number);
                yield return new Step(number, -1, draft.ToMarking());
            }
        }
    }

    private IEnumerable<Step> Terminate(Marking state, int number, NetNode node)
    {
        if (!Marked(state, node).Any())
        {
            yield break;
        }

        var draft = state.Change();
        draft.Clear(net.Scopes[node.Scope].AllCells);
        MarkEnd(draft, number);
        yield return new Step(number, -1, draft.ToMarking());
    }

    private IEnumerable<Step> Pass(Marking state, int number, NetNode node) =>
        from flow in Marked(state, node)
        from received in Receiving(state, node, state.Change)
        from sent in Sending(node, () => Copy(received))
        from taken in node.Choices
        select Passed(Copy(sent), number, flow, taken);

    private static Step Passed(Draft draft, int number, int flow, int[] taken)
    {
        draft[flow]--;
        Put(draft, taken);
        return new Step(number, Only(taken), draft.ToMarking());
    }

    private IEnumerable<Step> Throw(Marking state, int number, NetNode node)
    {
        foreach (var flow in Marked(state, node))
        {
            var draft = state.Change();
            draft[flow]--;
            if (node.Out.Length == 0)
            {
                MarkEnd(draft, number);
            }

            Put(draft, node.Out);
            foreach (var caught in node.Catches)
            {
                Caught(draft, caught);
            }

            if (node.Cancels >= 0)
            {
                Interrupt(draft, node.Cancels);
            }

            yield return new Step(number, Only(node.Out), draft.ToMarking());
        }
    }

    // What the throwing event has put behind itself is ended with the scope where the catch ends that.
    private void Caught(Draft draft, int number)
    {
        var node = net.Nodes[number];
        if (node.Kind == NetNodeKind.EventSubProcess)
        {
            if (draft[net.NodeCell(number)] == 0)
            {
                Begin(draft, number, node);
            }

            return;
        }

        if (node.IsInterrupting)
        {
            Interrupt(draft, node.AttachedTo);
        }

        Put(draft, node.Out);
    }

    private IEnumerable<Step> Boundary(Marking state, int number, NetNode node)
    {
        var activity = net.Nodes[node.AttachedTo];
        if (state[net.NodeCell(node.AttachedTo)] == 0
            || !node.IsSpontaneous
            || (!strict && !node.IsInterrupting && state[net.NodeCell(number)] == 0)
            || (strict && node.IsInterrupting && activity.Content >= 0 && !IsBusy(state, net.Scopes[activity.Content])))
        {
            yield break;
        }

        foreach (var draft in Receiving(state, node, state.Change))
        {
            if (node.IsInterrupting)
            {
                Interrupt(draft, node.AttachedTo);
            }
            else
            {
                draft[net.NodeCell(number)] = 0;
            }

            Put(draft, node.Out);
            yield return new Step(number, Only(node.Out), draft.ToMarking());
        }
    }

    private void Interrupt(Draft draft, int number)
    {
        var activity = net.Nodes[number];
        if (activity.Content >= 0)
        {
            draft.Clear(net.Scopes[activity.Content].AllCells);
        }

        draft[net.NodeCell(number)] = 0;
        Disarm(draft, activity);
    }

    // Which end events were reached makes no difference to what can still happen.
    private void MarkEnd(Draft draft, int number) => draft[net.NodeCell(number)] += strict ? 1 : 0;
}
