using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Operations;

/// <summary>What a command would change of the work, the clocks and the matters of a case.</summary>
/// <param name="Withdrawn">The open items that fall away.</param>
/// <param name="Given">The items that come into being, or that somebody else holds afterwards.</param>
/// <param name="Released">The items that nobody holds any longer.</param>
/// <param name="Waiting">The items that wait for others.</param>
/// <param name="Status">How the case ends; null where it goes on.</param>
public sealed record OperationEffects(
    IReadOnlyList<WorkItem> Withdrawn,
    IReadOnlyList<WorkItem> Given,
    IReadOnlyList<WorkItem> Released,
    IReadOnlyList<WorkItem> Waiting,
    IReadOnlyList<Clock> EndedClocks,
    IReadOnlyList<CaseMatter> Matters,
    IReadOnlyList<string> LapsedCorrections,
    CaseStatus? Status)
{
    public bool IsNone => Withdrawn.Count + Given.Count + Released.Count + Waiting.Count + EndedClocks.Count + Matters.Count + LapsedCorrections.Count == 0 && Status is null;

    public static OperationEffects Of(Case before, Case after)
    {
        var open = before.WorkItems.Values.Where(item => item.IsOpen).Select(item => (Before: item, After: after.WorkItems[item.Id])).ToList();

        return new(
            [.. open.Where(pair => !pair.After.IsOpen).Select(pair => pair.Before)],
            [
                .. open.Where(pair => pair.After.IsOpen && pair.After.Holder is not null && pair.After.Holder != pair.Before.Holder).Select(pair => pair.After),
                .. after.WorkItems.Values.Where(item => item.IsOpen && !before.WorkItems.ContainsKey(item.Id)),
            ],
            [.. open.Where(pair => pair.After.IsOpen && pair.After.Holder is null && pair.Before.Holder is not null).Select(pair => pair.After)],
            [.. open.Where(pair => pair.After.State is WorkItemState.Waiting && pair.Before.State is not WorkItemState.Waiting).Select(pair => pair.After)],
            [.. before.Clocks.Values.Where(clock => clock.IsRunning && !after.Clocks[clock.Id].IsRunning)],
            [.. after.Matters.Values.Where(matter => matter.State != before.Matters[matter.Code].State)],
            [.. before.Corrections.Values.Where(correction => correction.IsOpen && !after.Corrections[correction.Id].IsOpen).Select(correction => correction.NoticeNumber)],
            after.Status == before.Status ? null : after.Status);
    }
}
