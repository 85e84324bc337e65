using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Gateways split and join in one move (BPMN 2.0.2 §13.4).</summary>
internal sealed partial class TokenGame
{
    private IEnumerable<Step> Exclusive(Marking state, int number, NetNode node) =>
        from flow in Marked(state, node)
        from taken in node.Choices
        select Moved(state, number, [flow], taken);

    private IEnumerable<Step> Parallel(Marking state, int number, NetNode node) =>
        node.In.Length > 0 && node.In.All(flow => state[flow] > 0)
            ? node.Choices.Select(taken => Moved(state, number, node.In, taken))
            : [];

    private IEnumerable<Step> Inclusive(Marking state, int number, NetNode node)
    {
        if (!state.HasToken(node.In) || !IsReady(state, node))
        {
            return [];
        }

        int[] marked = [.. Marked(state, node)];
        return node.Choices.Select(taken => Moved(state, number, marked, taken));
    }

    /// <summary>True where no token elsewhere can still come over an incoming flow that has none; one that can also come over a flow that has one is not waited for.</summary>
    private static bool IsReady(Marking state, NetNode node)
    {
        for (var empty = 0; empty < node.In.Length; empty++)
        {
            if (state[node.In[empty]] > 0)
            {
                continue;
            }

            foreach (var cell in node.Upstream[empty])
            {
                if (state[cell] > 0 && !IsIgnored(state, node, cell))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsIgnored(Marking state, NetNode node, int cell)
    {
        for (var full = 0; full < node.In.Length; full++)
        {
            if (state[node.In[full]] > 0 && node.UpstreamByFlows[full][cell])
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Step> EventBased(Marking state, int number, NetNode node) =>
        from flow in Marked(state, node)
        from taken in node.Choices
        where taken.Length == 0 || CanHappen(state, net.Nodes[net.Targets[taken[0]]])
        select Moved(state, number, [flow], taken);

    private bool CanHappen(Marking state, NetNode target) =>
        target.MessagesIn.Length == 0 || target.MessagesIn.Any(message => state[net.MessageCell(message)] > 0);

    private IEnumerable<Step> Complex(Marking state, int number, NetNode node)
    {
        int[] marked = [.. Marked(state, node)];
        var spent = state[net.NodeCell(number)];
        if (marked.Length == 0 || (spent == 0 && marked.Length < node.Needed))
        {
            yield break;
        }

        foreach (var taken in spent == 0 ? node.Choices : [[]])
        {
            var draft = state.Change();
            Take(draft, marked);
            Put(draft, taken);
            var seen = spent + marked.Length;
            draft[net.NodeCell(number)] = seen >= node.In.Length ? 0 : seen;
            yield return new Step(number, Only(taken), draft.ToMarking());
        }
    }

    private static Step Moved(Marking state, int number, int[] from, int[] to)
    {
        var draft = state.Change();
        Take(draft, from);
        Put(draft, to);
        return new Step(number, Only(to), draft.ToMarking());
    }

    private static void Take(Draft draft, int[] flows)
    {
        foreach (var flow in flows)
        {
            draft[flow]--;
        }
    }
}
