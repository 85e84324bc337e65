using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>What rules can read of a step: how it was done, what its discretion standard allows, what it charged.</summary>
internal static class StepFacts
{
    public static void Step(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.WorkItem is not { } item)
        {
            return;
        }

        var opinion = item.Opinion ?? "";
        facts
            .With("id", item.ElementId)
            .With("name", item.Name)
            .With("kind", Kind(occurrence, item))
            .With("role", item.Role)
            .With("department", item.Department)
            .With("outcome", item.Outcome ?? "")
            .With("isRefusal", OutcomeOf(occurrence, item)?.MatterState is MatterState.AcceptanceRefused or MatterState.CompletedRefused or MatterState.NotWithinScope)
            .With("opinion", opinion)
            .With("opinionLength", opinion.Trim().Length)
            .With("byLaw", item.ByLaw is not null)
            .With("heldWorkingDays", HeldWorkingDays(occurrence, item))
            .With("earlierKinds", CaseFacts.List(EarlierKinds(occurrence, item)))
            .With("actorIsEntitled", IsEntitled(occurrence.Entry.Actor, item));
    }

    /// <summary>What the matter's discretion standard (裁量基准) allows for this case; nothing where it has none.</summary>
    /// <remarks>A standard that gives no outcome leaves <c>allowed</c> null: the rule that reads it then fails, and that is told.</remarks>
    public static void Discretion(FactValues facts, Occurrence occurrence)
    {
        if (occurrence is not { MatterDefinition.Discretion: { } standard, WorkItem: { } item })
        {
            return;
        }

        var allowed = occurrence.Definitions.Decide(standard, Seen(occurrence.After, item), occurrence.Entry.HappenedAt).Value;
        facts
            .With("isDefined", true)
            .With("allowed", allowed is FeelString one ? new FeelList([one]) : allowed);
    }

    public static void Fee(FactValues facts, Occurrence occurrence)
    {
        if (occurrence is not { WorkItem: { } item, MatterDefinition: { } matter })
        {
            return;
        }

        var values = ValuesOf(occurrence, item);
        facts
            .With("isDue", matter.Fees.Count > 0)
            .With("standard", matter.Fees.Sum(fee => fee.Amount))
            .With("isStated", values["amount"] is FeelNumber);
        if (values["amount"] is FeelNumber amount)
        {
            facts.With("charged", amount);
        }

        if (values["channel"] is FeelString channel)
        {
            facts.With("channel", channel);
        }
    }

    /// <summary>The kind of the item's step as rules write it; empty where it has none.</summary>
    public static string Kind(Occurrence occurrence, WorkItem item) => occurrence.Task(item)?.Approval.Step is { } kind ? CaseFacts.Word(kind) : "";

    private static Outcome? OutcomeOf(Occurrence occurrence, WorkItem item) =>
        occurrence.Task(item)?.Approval.Outcomes.FirstOrDefault(outcome => outcome.Code == item.Outcome);

    private static IEnumerable<string> EarlierKinds(Occurrence occurrence, WorkItem item) => occurrence.After.WorkItems.Values
        .Where(other => other.Id != item.Id && other.Matter == item.Matter && other.State is WorkItemState.Completed)
        .Select(other => Kind(occurrence, other))
        .Distinct(StringComparer.Ordinal);

    private static bool IsEntitled(Actor actor, WorkItem item) =>
        actor.Department == item.Department && (actor.Is(item.Role) || (item.Role is Role.Officer && actor.Is(Role.DepartmentHead)));

    private static int HeldWorkingDays(Occurrence occurrence, WorkItem item) =>
        Days(occurrence, item.OfferedAt, occurrence.Entry.HappenedAt) - occurrence.After.Corrections.Values
            .Where(correction => correction.WorkItemId == item.Id)
            .Sum(correction => Days(occurrence, correction.RequestedAt, correction.AnsweredAt ?? occurrence.Entry.HappenedAt));

    private static int Days(Occurrence occurrence, DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (RegionDay.Of(from, occurrence.Calendar), RegionDay.Of(until, occurrence.Calendar));
        return last > first ? occurrence.Calendar.CountWorkingDays(first, last) : 0;
    }

    /// <summary>What the step put into the case, e.g. the amount that was charged.</summary>
    private static FeelContext ValuesOf(Occurrence occurrence, WorkItem item) => occurrence.Entry.Events
        .Skip(occurrence.Position)
        .OfType<VariablesSet>()
        .Select(set => set.Values[item.ElementId])
        .OfType<FeelContext>()
        .FirstOrDefault() ?? FeelContext.Empty;

    /// <summary>The variables that the step's own expressions see.</summary>
    private static FeelContext Seen(Case state, WorkItem item)
    {
        var scopes = new Stack<ElementInstance>();
        for (var at = state.Instances.GetValueOrDefault(item.InstanceId); at is not null; at = at.ScopeId is { } scope ? state.Instances.GetValueOrDefault(scope) : null)
        {
            scopes.Push(at);
        }

        return scopes.Aggregate(state.Variables, (seen, scope) => scope.Variables is { } own ? seen.With(own) : seen);
    }
}
