using Workflows.Definitions.Checks.Soundness.Nets;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Reads from the states of a net what is wrong with the processes.</summary>
internal static class Flaws
{
    public static SoundnessReport Of(Exploration exploration)
    {
        var (space, net) = (exploration.Space, exploration.Net);
        List<SoundnessFlaw> flaws = [.. LackOfSynchronisation(exploration), .. Deadlocks(exploration)];
        if (exploration.IsWhole)
        {
            flaws.AddRange(NoOptionToComplete(exploration));
            flaws.AddRange(MessagesLeftOver(exploration));
            flaws.AddRange(DeadElements(exploration).Where(dead => !flaws.Exists(flaw => flaw.ElementId == dead.ElementId)).ToList());
        }

        return flaws.Count > 0 ? new SoundnessReport(SoundnessVerdict.Unsound, flaws, space.States.Count)
            : exploration.IsWhole ? new SoundnessReport(SoundnessVerdict.Sound, [], space.States.Count)
            : new SoundnessReport(SoundnessVerdict.Undecided, [Undecided(net, space.States.Count)], space.States.Count);
    }

    /// <summary>What keeps processes that are at work from coming to their end.</summary>
    /// <param name="forbidsMeeting">True where also two tokens on one flow are a flaw.</param>
    public static SoundnessReport OfRunning(Exploration exploration, bool forbidsMeeting)
    {
        var states = exploration.Space.States.Count;
        List<SoundnessFlaw> flaws = [.. forbidsMeeting ? LackOfSynchronisation(exploration) : [], .. Deadlocks(exploration)];
        if (exploration.IsWhole)
        {
            flaws.AddRange(NoOptionToComplete(exploration));
        }

        return new SoundnessReport(
            flaws.Count > 0 ? SoundnessVerdict.Unsound : exploration.IsWhole ? SoundnessVerdict.Sound : SoundnessVerdict.Undecided,
            flaws,
            states);
    }

    private static IEnumerable<SoundnessFlaw> LackOfSynchronisation(Exploration exploration) =>
        from flow in Enumerable.Range(0, exploration.Net.Flows.Length)
        where exploration.Space.States.Exists(state => state[flow] > 1)
        let id = exploration.Net.Flows[flow]
        select new SoundnessFlaw(
            SoundnessFlawKind.LackOfSynchronisation,
            id,
            $"Expected at most one token at a time on sequence flow '{id}', but two can meet there: paths that run side by side were merged without being joined.",
            exploration.Example(state => state[flow] > 1));

    private static IEnumerable<SoundnessFlaw> Deadlocks(Exploration exploration) =>
        from element in Enumerable.Range(0, exploration.Space.Moves.Count)
            .Where(state => exploration.Space.Moves[state].Length == 0 && exploration.IsStuck(exploration.Space.States[state]))
            .Select(state => exploration.WaitsAt(exploration.Space.States[state]))
            .Distinct()
        select new SoundnessFlaw(
            SoundnessFlawKind.Deadlock,
            element,
            $"Expected every run to come to an end, but the process can get stuck with a token that waits at '{element}' for ever.",
            exploration.Example(state => exploration.IsStuck(state) && exploration.WaitsAt(state) == element));

    private static IEnumerable<SoundnessFlaw> NoOptionToComplete(Exploration exploration)
    {
        if (FirstLost(exploration.Space) < 0)
        {
            yield break;
        }

        var space = exploration.ForExample;
        var lost = FirstLost(space);
        var element = exploration.Net.Nodes[space.Moves[lost][0].Node].Id;
        yield return new SoundnessFlaw(
            SoundnessFlawKind.NoOptionToComplete,
            element,
            $"Expected every run to be able to end, but from '{element}' on it can only go round.",
            exploration.Elements(space.PathTo(lost)));
    }

    /// <summary>The first state from which nothing that can end is reached; -1 where there is none.</summary>
    private static int FirstLost(StateSpace space) =>
        Array.IndexOf(Backwards.From(space, state => space.Moves[state].Length == 0), false);

    private static IEnumerable<SoundnessFlaw> MessagesLeftOver(Exploration exploration) =>
        from message in Enumerable.Range(0, exploration.Net.Messages.Length)
        where exploration.Space.States.Exists(state => exploration.IsLeftOver(state, message))
        let id = exploration.Net.Messages[message].Id
        select new SoundnessFlaw(
            SoundnessFlawKind.MessageNeverReceived,
            id,
            $"Expected every message to be received, but one of message flow '{id}' can be left over when everything has ended.",
            exploration.Example(state => exploration.IsLeftOver(state, message)));

    /// <summary>The elements that never move; without those that are dead only because they stand behind one.</summary>
    private static IEnumerable<SoundnessFlaw> DeadElements(Exploration exploration)
    {
        var net = exploration.Net;
        var alive = exploration.Space.Moved.ToHashSet();
        alive.UnionWith(exploration.Space.Moved.SelectMany(node => net.Nodes[node].Catches));
        return from number in Enumerable.Range(0, net.Nodes.Length)
               let node = net.Nodes[number]
               where !alive.Contains(number) && IsJudged(node) && IsFirst(net, node, alive)
               select new SoundnessFlaw(SoundnessFlawKind.DeadElement, node.Id, $"Expected some run to come to '{node.Id}', but none does.", []);
    }

    // Other start events begin together with the first, or stand in an event sub-process that is judged itself.
    private static bool IsJudged(NetNode node) => node.Kind != NetNodeKind.Start || node.Together.Length > 0;

    private static bool IsFirst(TokenNet net, NetNode node, HashSet<int> alive) =>
        node.AttachedTo >= 0 ? alive.Contains(node.AttachedTo)
        : node.In.Length > 0 ? node.In.Any(flow => alive.Contains(net.Sources[flow]))
        : net.Scopes[node.Scope].Owner is var owner && (owner < 0 || alive.Contains(owner));

    private static SoundnessFlaw Undecided(TokenNet net, int states) => new(
        SoundnessFlawKind.Undecided,
        net.Scopes[0].Id,
        $"Expected to decide whether '{net.Scopes[0].Id}' is sound, but there are more than the {states} states that were looked at.",
        []);
}
