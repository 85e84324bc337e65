using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Approvals;

/// <summary>What the steps of a process mean for the matter that they handle: its state, its clocks, its results.</summary>
internal static class MatterProgress
{
    public static DateOnly Today(Burst burst) => RegionDay.Of(burst.Now, burst.Definitions.Calendar);

    /// <summary>The handling of a matter begins: what its expressions read as <c>matter</c>.</summary>
    public static void HandlingBegins(Burst burst, ElementInstance instance, MatterDefinition matter)
    {
        if (!burst.Case.Matters.ContainsKey(matter.Code))
        {
            burst.Emit(new MatterOpened(CaseMatter.Received(matter)));
        }

        burst.Emit(new VariablesSet(instance.Id, FeelContext.Empty.With("matter", FeelContext.Empty
            .With("code", matter.Code)
            .With("name", matter.Name)
            .With("department", matter.Department)
            .With("kind", matter.Kind is MatterKind.Instant ? "instant" : "promised")
            .With("siteVisit", matter.SiteVisit)
            .With("promisedDays", matter.Promised.Amount)
            .With("statutoryDays", matter.Statutory.Amount))));
    }

    /// <summary>A step waits for a person: its limits begin to run.</summary>
    public static void StepBegins(Burst burst, ElementInstance instance, UserTask task, WorkItem item)
    {
        if (instance.Matter is { } matter && task.Approval.Step is StepKind.Review && burst.Case.Matters[matter].State is MatterState.AcceptedAtWindow)
        {
            burst.Emit(new MatterStateChanged(matter, MatterState.InHandling, burst.Now));
        }

        foreach (var limit in task.Approval.TimeLimits.Where(limit => limit.Kind is not ClockKind.Acceptance || !IsAcceptanceSettled(burst, instance, item)))
        {
            if (limit.Kind is ClockKind.Acceptance && EarlierAcceptance(burst, instance) is { } earlier)
            {
                MatterClocks.GoOn(burst, earlier, item.Id);
            }
            else
            {
                MatterClocks.Start(burst, limit, Today(burst), instance.Matter, item.Id);
            }
        }
    }

    // Accepted is accepted; and a limit that the law gave runs on while a step inside the office is done again.
    private static bool IsAcceptanceSettled(Burst burst, ElementInstance instance, WorkItem item) =>
        (instance.Matter is { } matter && burst.Case.Matters[matter].AcceptedOn is not null && IsCounted(burst, matter))
        || burst.Case.Clocks.Values.Any(clock => clock.IsRunning && clock.WorkItemId == item.Id && clock.Limit.Kind is ClockKind.Acceptance);

    private static Clock? EarlierAcceptance(Burst burst, ElementInstance instance) => instance.Matter is null ? null : burst.Case.Clocks.Values
        .LastOrDefault(clock => clock.Limit.Kind is ClockKind.Acceptance && clock.Matter == instance.Matter && clock.WorkItemId is { } id && burst.Case.WorkItems[id] is var before
            && (before.Outcome == SendBackRule.Operation || before.State is WorkItemState.Withdrawn));

    /// <summary>True where the limits of an accepted matter are running.</summary>
    private static bool IsCounted(Burst burst, string matter) =>
        burst.Case.Clocks.Values.Any(clock => clock.IsRunning && clock.Matter == matter && clock.Limit.Kind is ClockKind.Promise or ClockKind.Statutory);

    /// <summary>An outcome was given to a step of the matter.</summary>
    /// <param name="on">For an acceptance, the day from which the limits run.</param>
    public static void OutcomeGiven(Burst burst, ElementInstance instance, Outcome outcome, DateOnly on, bool bySilence = false)
    {
        if (instance.Matter is not { } code || outcome.MatterState is not { } state)
        {
            return;
        }

        burst.Emit(new MatterStateChanged(code, state, burst.Now));
        if (state is MatterState.AcceptedAtWindow && !IsCounted(burst, code) && burst.Definitions.Matter(code) is { } matter)
        {
            burst.Emit(new MatterAccepted(code, on, bySilence));
            MatterClocks.Start(burst, matter.Promised, on, code, null);
            MatterClocks.Start(burst, matter.Statutory, on, code, null);
        }

        if (burst.Case.Matters[code].HasEnded)
        {
            MatterClocks.End(burst, clock => clock.Matter == code && clock.WorkItemId is null, met: true);
            StartDelivery(burst, code, state);
        }
    }

    /// <summary>A step is done; one that makes the certificate issues the matter's results.</summary>
    public static void StepDone(Burst burst, ElementInstance instance, FlowNode node, FeelContext? values = null)
    {
        if (node.Approval.Step is StepKind.Certificate && instance.Matter is { } code)
        {
            IssueResults(burst, code, values);
        }

        if (node.Approval.Step is StepKind.Delivery)
        {
            MatterClocks.End(burst, clock => clock.Limit.Kind is ClockKind.Delivery && (instance.Matter ?? clock.Matter) == clock.Matter, met: true);
        }
    }

    /// <summary>Issues the documents of a matter.</summary>
    /// <param name="values">What the step adds, e.g. <c>number</c>; null for nothing.</param>
    public static void IssueResults(Burst burst, string code, FeelContext? values)
    {
        foreach (var document in burst.Definitions.Matter(code)?.Results ?? [])
        {
            burst.Emit(new ResultIssued(code, Issue(burst, document, values)));
        }
    }

    // What was approved is to be delivered in time (行政许可法 44).
    private static void StartDelivery(Burst burst, string matter, MatterState state)
    {
        if (state is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance
            && burst.Definitions.Matter(matter) is { Results.Count: > 0 }
            && burst.Definitions.Clocks.Limits.TryGetValue(ClockKind.Delivery, out var limit))
        {
            MatterClocks.Start(burst, limit, Today(burst), matter, null);
        }
    }

    /// <summary>The handling of a matter has ended: what has not been decided counts as approved, and no clock runs on.</summary>
    public static void HandlingEnded(Burst burst, ElementInstance scope)
    {
        if (scope.Matter is not { } code || burst.NodeOf(scope)?.Approval.Matter is null)
        {
            return;
        }

        if (!burst.Case.Matters[code].HasEnded)
        {
            burst.Emit(new MatterStateChanged(code, MatterState.CompletedApproved, burst.Now));
        }

        MatterClocks.End(burst, clock => clock.Matter == code && clock.Limit.Kind is not ClockKind.Delivery, met: true);
        Variables.SetAround(burst, scope, Variables.Of(scope.ElementId, FeelContext.Empty.With("outcome", MatterOutcome.Of(burst.Case.Matters[code].State))));
    }

    /// <summary>An element was cancelled; where it was the handling of a matter, its clocks fall away.</summary>
    public static void Fallen(Burst burst, ElementInstance instance)
    {
        if (instance.Matter is { } code && burst.NodeOf(instance)?.Approval.Matter is not null)
        {
            MatterClocks.End(burst, clock => clock.Matter == code, met: false);
        }
    }

    private static IssuedResult Issue(Burst burst, ResultDocument document, FeelContext? values)
    {
        var today = Today(burst);
        var serial = burst.Case.Number[Math.Max(0, burst.Case.Number.Length - 4)..];
        var number = values?["number"] is FeelString { Value.Length: > 0 } given
            ? given.Value
            : (document.NumberPattern ?? document.Code + "-{yyyy}-{0000}")
                .Replace("{yyyy}", today.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{yyyyMMdd}", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{0000}", serial, StringComparison.Ordinal);

        return new IssuedResult(document.Code, document.Name, number, today, document.ValidYears is { } years ? today.AddYears(years).AddDays(-1) : null);
    }
}
