using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Returning;

/// <summary>What going back to an earlier step undoes: the step, everything that followed from it, and nothing else.</summary>
/// <remarks>
/// What is left never followed from what is taken away, so that the case then stands as it could have stood had the other branches been
/// faster: a standing that the process can reach. A sound process ends from there, every join fires once, and no token is lost or doubled.
/// </remarks>
/// <param name="Undone">The passages, that of the step first.</param>
/// <param name="Living">The instances of these that are at work.</param>
/// <param name="Dropped">Tokens on their way from them.</param>
/// <param name="Consumed">Tokens that the step had used up.</param>
/// <param name="Restored">Tokens that had come from elsewhere to a join behind the step: they wait there again.</param>
internal sealed record Rewind(
    ElementInstance Scope,
    IReadOnlyList<Passage> Undone,
    IReadOnlyList<ElementInstance> Living,
    IReadOnlyList<FlowToken> Dropped,
    IReadOnlyList<FlowToken> Consumed,
    IReadOnlyList<FlowToken> Restored)
{
    public static Rewind Of(Burst burst, ElementInstance scope, Passage step)
    {
        var state = burst.Case;
        var process = burst.Definitions.Processes[burst.ContentOf(scope).ProcessId];
        var behind = new HashSet<int>();
        var undone = new List<Passage>();
        foreach (var passage in state.Passages[scope.Id])
        {
            if (passage.InstanceId == step.InstanceId || passage.Causes.Any(behind.Contains) || HasWaitedFor(process, passage, undone))
            {
                behind.Add(passage.InstanceId);
                undone.Add(passage);
            }
        }

        return new Rewind(
            scope,
            undone,
            [.. undone.Where(passage => state.Instances.ContainsKey(passage.InstanceId)).Select(passage => state.Instances[passage.InstanceId])],
            [.. state.Tokens.Values.Where(token => token.SourceId is { } source && behind.Contains(source))],
            step.Consumed,
            [.. undone.Skip(1).SelectMany(passage => passage.Consumed).Where(token => token.SourceId is not { } source || !behind.Contains(source))]);
    }

    // An inclusive join fires because nothing comes any more (BPMN 2.0.2 §13.4.3): it follows also from what could have come and went elsewhere.
    private static bool HasWaitedFor(ExecutableProcess process, Passage passage, List<Passage> undone) =>
        undone.Count > 0
        && process.Place(passage.ElementId).Node is InclusiveGateway { Incoming.Count: > 1 } join
        && process.ReachOf(join) is var reach
        && undone.Exists(before => join.Incoming.Any(flow => reach.Reaches(before.ElementId, flow)));

    /// <summary>Everything that is undone, also inside sub-processes.</summary>
    public IReadOnlySet<int> Instances(Case state)
    {
        var all = new HashSet<int>();
        var open = new Stack<Passage>(Undone);
        while (open.TryPop(out var passage))
        {
            all.UnionWith(passage.Instances);
            foreach (var inner in state.Passages.GetValueOrDefault(passage.InstanceId, []))
            {
                open.Push(inner);
            }
        }

        return all;
    }

    /// <summary>Ends what is undone, puts the other branches' tokens back where they wait, and enters the step anew.</summary>
    public void Do(Burst burst)
    {
        foreach (var living in Living)
        {
            Elements.Cancel(burst, living, isUndone: true);
        }

        if (Dropped.Count > 0)
        {
            burst.Emit(new TokensConsumed([.. Dropped.Select(token => token.Id)]));
        }

        var next = burst.NextId;
        var tokens = Consumed.Concat(Restored).Select(token => token with { Id = next++ }).ToList();
        burst.Emit(new WayUndone(Scope.Id, [.. Undone.Select(passage => passage.InstanceId)], tokens));
        Elements.Enter(burst, burst.Current(Scope), Node(burst, Undone[0]), [.. tokens.Take(Consumed.Count).Select(token => token.Id)]);
    }

    public FlowNode Node(Burst burst, Passage passage) => burst.Definitions.Processes[burst.ContentOf(Scope).ProcessId].Place(passage.ElementId).Node;
}
