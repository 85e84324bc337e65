using Workflows.Definitions.Checks.Soundness.Messages;
using Workflows.Definitions.Checks.Soundness.Nets;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness;

/// <summary>Explores what can happen in the processes of a file: can they get stuck, run into each other, miss an element, never end?</summary>
/// <remarks>
/// Data are not looked at: every condition may be met or not. Messages between the processes of the file travel without an order
/// (<see cref="Communication.Bag"/>). Processes that exchange no messages are explored apart. Past the bound the verdict is
/// <see cref="SoundnessVerdict.Undecided"/>, never sound.
/// </remarks>
public static class SoundnessCheck
{
    public const int DefaultMostStates = 200_000;

    /// <param name="findProcess">The processes that call activities may call, by id; null where none is known.</param>
    /// <param name="reduced">False to follow every interleaving: the same verdict, later.</param>
    public static SoundnessReport Check(
        ProcessModel model,
        Func<string, ProcessDefinition?>? findProcess = null,
        int mostStates = DefaultMostStates,
        bool reduced = true,
        CancellationToken cancellation = default)
    {
        var reports = Together(model)
            .Select(group => CheckGroup(group, model.MessageFlows, findProcess ?? (_ => null), mostStates, reduced, cancellation))
            .ToList();
        var verdict = reports.Exists(report => report.Verdict == SoundnessVerdict.Unsound) ? SoundnessVerdict.Unsound
            : reports.Exists(report => report.Verdict == SoundnessVerdict.Undecided) ? SoundnessVerdict.Undecided
            : SoundnessVerdict.Sound;
        return new SoundnessReport(verdict, [.. reports.SelectMany(report => report.Flaws)], reports.Sum(report => report.States));
    }

    private static SoundnessReport CheckGroup(
        IReadOnlyList<ProcessDefinition> processes,
        IReadOnlyList<MessageFlow> messageFlows,
        Func<string, ProcessDefinition?> findProcess,
        int mostStates,
        bool reduced,
        CancellationToken cancellation)
    {
        try
        {
            var net = TokenNetBuilder.Build(processes, messageFlows, findProcess);
            return Flaws.Of(new Exploration(net, mostStates, reduced, cancellation));
        }
        catch (NetTooLargeException tooLarge)
        {
            var flaw = new SoundnessFlaw(SoundnessFlawKind.Undecided, tooLarge.ElementId, $"Expected to decide whether the process is sound, but {tooLarge.Message}.", []);
            return new SoundnessReport(SoundnessVerdict.Undecided, [flaw], 0);
        }
    }

    /// <summary>The processes in groups that exchange messages.</summary>
    private static List<List<ProcessDefinition>> Together(ProcessModel model)
    {
        var groups = model.Processes.Select(process => new List<ProcessDefinition> { process }).ToList();
        foreach (var flow in model.MessageFlows)
        {
            var from = groups.Find(group => group.Exists(process => process.FindNode(flow.SourceId) is not null));
            var to = groups.Find(group => group.Exists(process => process.FindNode(flow.TargetId) is not null));
            if (from is not null && to is not null && from != to)
            {
                from.AddRange(to);
                groups.Remove(to);
            }
        }

        return groups;
    }
}
