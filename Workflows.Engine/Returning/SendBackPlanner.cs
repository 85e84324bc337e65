using System.Globalization;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Returning;

/// <summary>Tells what going back from a work item to an earlier step touches. Pure.</summary>
internal static class SendBackPlanner
{
    public static SendBackPlan Plan(Burst burst, WorkItem item, EarlierStep step, Rewind rewind, SendBackReturn afterwards)
    {
        var state = burst.Case;
        var isStraight = afterwards is SendBackReturn.Straight;
        var undone = isStraight ? new HashSet<int>() : rewind.Instances(state);
        var withdrawn = state.WorkItems.Values.Where(one => one.IsOpen && one.Id != item.Id && undone.Contains(one.InstanceId)).ToList();
        var gone = withdrawn.Select(one => one.Id).Append(item.Id).ToHashSet();
        var running = state.Clocks.Values.Where(clock => clock.IsRunning).ToLookup(clock =>
            clock.WorkItemId is { } measured && gone.Contains(measured) && !(isStraight && clock.Limit.Kind is ClockKind.Acceptance));
        var plan = new SendBackPlan(
            item.Id,
            step.Task.Id,
            step.Task.Label,
            afterwards,
            [.. (isStraight ? rewind.Undone.Take(1) : rewind.Undone).Select(passage => Element(burst, rewind, passage))],
            [.. withdrawn.Select(Touched)],
            [.. state.WorkItems.Values.Where(one => one.IsOpen && !gone.Contains(one.Id)).Select(Touched)],
            [.. running[true].Select(Touched)],
            [.. running[false].Select(Touched)],
            [.. state.WorkItems.Values
                .Where(one => one.State is WorkItemState.Completed && (isStraight ? one.Id == step.Done.Id : undone.Contains(one.InstanceId)))
                .Select(one => new GivenOpinion(one.Id, one.Name, one.OutcomeName, one.Opinion, one.Holder?.Name))],
            [.. state.Corrections.Values.Where(correction => correction.IsOpen && gone.Contains(correction.WorkItemId)).Select(correction => correction.NoticeNumber)],
            string.Empty);

        return plan with { Mark = MarkOf(plan, isStraight ? [] : rewind.Undone) };
    }

    private static UndoneElement Element(Burst burst, Rewind rewind, Passage passage)
    {
        var node = rewind.Node(burst, passage);

        return new UndoneElement(node.Id, node.Label, burst.Case.Instances.ContainsKey(passage.InstanceId));
    }

    private static TouchedWorkItem Touched(WorkItem item) => new(item.Id, item.Name, item.Matter, item.Department, item.Holder?.Name);

    private static TouchedClock Touched(Clock clock) => new(clock.Id, clock.Limit.Kind, clock.Matter);

    private static string MarkOf(SendBackPlan plan, IReadOnlyList<Passage> undone) => string.Join(
        '/',
        Numbers(undone.Select(passage => passage.InstanceId)),
        Numbers(plan.Withdrawn.Select(item => item.WorkItemId)),
        Numbers(plan.EndedClocks.Select(clock => clock.ClockId)),
        Numbers(plan.Opinions.Select(opinion => opinion.WorkItemId)));

    private static string Numbers(IEnumerable<int> ids) => string.Join('.', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
