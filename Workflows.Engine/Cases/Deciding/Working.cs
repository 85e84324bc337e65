using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Execution;
using Workflows.Engine.Returning;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Claim, release and complete work items.</summary>
internal static class Working
{
    public static Rejected? Claim(Burst burst, ClaimWorkItem command)
    {
        if (Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (item.State is not WorkItemState.Offered)
        {
            return NotMovable(burst.Actor, item, "claim");
        }

        burst.Emit(new WorkItemClaimed(item.Id, HolderOf(burst.Actor), burst.Now));

        return null;
    }

    public static Rejected? Release(Burst burst, ReleaseWorkItem command)
    {
        if (Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (item.State is not WorkItemState.Claimed || !IsOpenTo(burst.Actor, item))
        {
            return NotMovable(burst.Actor, item, "release");
        }

        burst.Emit(new WorkItemReleased(item.Id));

        return null;
    }

    public static Rejected? Complete(Burst burst, CompleteWorkItem command)
    {
        if (Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (!IsOpenTo(burst.Actor, item))
        {
            return NotMovable(burst.Actor, item, "complete");
        }

        if (Suspending.RefusalOf(burst.Case, item, "complete") is { } suspended)
        {
            return suspended;
        }

        var instance = burst.Case.Instances[item.InstanceId];
        var task = (UserTask)burst.NodeOf(instance)!;
        var outcomes = task.Approval.Outcomes is { Count: > 0 } stated ? stated : [Outcome.Done];
        if (outcomes.FirstOrDefault(outcome => outcome.Code == command.Outcome) is not { } given)
        {
            return new Rejected(
                RejectionCode.UnknownOutcome,
                $"Expected work item '{item.Id}' to be completed with one of {string.Join(", ", outcomes.Select(outcome => outcome.Code))}, but got '{command.Outcome}'.",
                item.Name,
                command.Outcome,
                string.Join("、", outcomes.Select(outcome => outcome.Name)));
        }

        if (given.RequiresOpinion && string.IsNullOrWhiteSpace(command.Opinion))
        {
            return new Rejected(
                RejectionCode.OpinionRequired,
                $"Expected reasons for outcome '{given.Code}' of work item '{item.Id}', but the opinion is empty.",
                item.Name,
                given.Name);
        }

        if (instance.ReturnsTo is not null && Detours.OutcomeOf(burst.Case, instance) is { } before && before != given.Code)
        {
            return new Rejected(
                RejectionCode.UnknownOutcome,
                $"Expected work item '{item.Id}' to come out with '{before}' as before, because the case has gone on by it, but got '{given.Code}'.",
                item.Name,
                given.Name,
                outcomes.FirstOrDefault(outcome => outcome.Code == before)?.Name ?? before);
        }

        if (item.State is WorkItemState.Offered)
        {
            burst.Emit(new WorkItemClaimed(item.Id, HolderOf(burst.Actor), burst.Now));
        }

        Finish(burst, item, instance, task, given, command.Opinion, command.Values, AcceptanceDay(burst, item), null);

        return null;
    }

    /// <summary>Ends a work item with an outcome and lets the process go on.</summary>
    /// <param name="acceptedOn">For an acceptance, the day from which the limits run where no correction moved it.</param>
    /// <param name="byLaw">The article by which the engine ends it; null where a person does.</param>
    public static void Finish(
        Burst burst,
        WorkItem item,
        ElementInstance instance,
        UserTask task,
        Outcome outcome,
        string? opinion,
        FeelContext? values,
        DateOnly acceptedOn,
        string? byLaw)
    {
        var by = byLaw is null ? burst.Actor : Actor.Engine;
        burst.Emit(new WorkItemCompleted(item.Id, outcome.Code, outcome.Name, opinion, HolderOf(by), burst.Now, byLaw));
        MatterClocks.End(burst, clock => clock.WorkItemId == item.Id, met: true);
        SetStep(burst, instance, task, outcome, opinion, by, values);
        if (instance.ReturnsTo is { } waiting)
        {
            Detours.Return(burst, instance, waiting);

            return;
        }

        if (Countersigns.RuleOf(burst, instance) is null)
        {
            MatterProgress.OutcomeGiven(burst, instance, outcome, acceptedOn, byLaw is not null);
            MatterProgress.StepDone(burst, instance, task, values);
        }

        Countersigns.Sign(burst, instance, new Signature(item.Id, HolderOf(by), outcome.Code, opinion, 1, burst.Now));
        Elements.CancelContent(burst, instance);
        Elements.Complete(burst, burst.Current(instance));
    }

    /// <summary>The refusal for a work item that somebody has completed already; null for any other.</summary>
    public static Rejected? RefusalOfSecondCompletion(Case state, int workItemId, Actor actor) =>
        Find(state, actor, workItemId, out var item) is null && item.State is WorkItemState.Completed ? NotMovable(actor, item, "complete") : null;

    /// <summary>Looks a work item up as the actor may see it: another department's item does not exist for them.</summary>
    public static Rejected? Find(Case state, Actor actor, int id, out WorkItem item)
    {
        if (!state.WorkItems.TryGetValue(id, out item!) || item.Department != actor.Department)
        {
            return new Rejected(
                RejectionCode.NotFound,
                $"Expected work item '{id}' of case '{state.Number}', but there is no such work item in department '{actor.Department}'.",
                id.ToString(CultureInfo.InvariantCulture));
        }

        if (item.IsOpen && state.Exclusions.ContainsKey(actor.AccountId))
        {
            return Excluded(state, actor);
        }

        return item.IsOpen && !item.IsFor(actor)
            ? new Rejected(RejectionCode.NotEntitled, $"Expected post '{item.Role}' for work item '{id}', but '{actor.AccountId}' has not that post.", item.Name, item.Role)
            : null;
    }

    public static Rejected Excluded(Case state, Actor actor) => new(
        RejectionCode.Excluded,
        $"Expected '{actor.AccountId}' to take part in case '{state.Number}', but '{actor.Name}' is kept out of it for a conflict of interest.",
        actor.Name);

    public static Holder HolderOf(Actor actor) => new(actor.AccountId, actor.Name);

    /// <summary>True where the actor may end the item now: it is offered, or the actor holds it.</summary>
    public static bool IsOpenTo(Actor actor, WorkItem item) =>
        item.State is WorkItemState.Offered || (item is { State: WorkItemState.Claimed, DelegatedBy: null } && item.Holder?.AccountId == actor.AccountId);

    public static Rejected NotMovable(Actor actor, WorkItem item, string act) => item.State switch
    {
        WorkItemState.Completed => new Rejected(
            RejectionCode.AlreadyCompleted,
            $"Expected to {act} work item '{item.Id}', but {item.Holder?.Name} has completed it with '{item.OutcomeName}'.",
            item.Name,
            item.Holder?.Name ?? string.Empty,
            item.OutcomeName ?? string.Empty),
        WorkItemState.Claimed when item.DelegatedBy is { } owner => new Rejected(
            RejectionCode.Delegated,
            $"Expected to {act} work item '{item.Id}', but {owner.Name} has delegated it to {item.Holder?.Name}, who has to hand it back first.",
            item.Name,
            owner.Name,
            item.Holder?.Name ?? string.Empty),
        WorkItemState.Claimed when item.Holder?.AccountId != actor.AccountId => new Rejected(
            RejectionCode.HeldByAnother,
            $"Expected to {act} work item '{item.Id}', but {item.Holder?.Name} holds it.",
            item.Name,
            item.Holder?.Name ?? string.Empty),
        _ => new Rejected(RejectionCode.InvalidState, $"Expected to {act} work item '{item.Id}', but it is {item.State}.", item.Name, item.State.ToString()),
    };

    // After a correction the application counts as complete from the day on which it was answered.
    private static DateOnly AcceptanceDay(Burst burst, WorkItem item) => burst.Case.Corrections.Values
        .Where(correction => correction.WorkItemId == item.Id && correction.AnsweredAt is not null)
        .Select(correction => RegionDay.Of(correction.AnsweredAt!.Value, burst.Definitions.Calendar))
        .DefaultIfEmpty(MatterProgress.Today(burst))
        .Max();

    private static void SetStep(Burst burst, ElementInstance instance, UserTask task, Outcome outcome, string? opinion, Actor by, FeelContext? values)
    {
        var step = (values ?? FeelContext.Empty)
            .With("outcome", outcome.Code)
            .With("opinion", opinion)
            .With("by", by.Name)
            .With("on", MatterProgress.Today(burst).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (instance.LoopCounter is not null)
        {
            burst.Emit(new VariablesSet(instance.Id, Variables.Of(task.Id, step)));
        }
        else
        {
            Variables.SetIn(burst, instance.ReturnsTo is null ? burst.ScopeOf(instance) : Detours.Around(burst, instance), Variables.Of(task.Id, step));
        }
    }
}
