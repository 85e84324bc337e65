using System.Diagnostics;
using System.Globalization;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>One thing in an entry that rules are asked about, with the case before and after it.</summary>
/// <param name="Position">Where its event stands in the entry; that of the last for the entry as a whole.</param>
/// <param name="Before">Null before the case was opened.</param>
internal sealed record Occurrence(
    WatchedEntry Entry, int Position, SupervisionTrigger Trigger, string Subject, Case? Before, Case After, DefinitionSet Definitions)
{
    public CaseEvent Event => Entry.Events[Position];

    public WorkingDayCalendar Calendar => Definitions.Calendar;

    /// <summary>The day on which it happened, in the region.</summary>
    public DateOnly Today => RegionDay.Of(Entry.HappenedAt, Calendar);

    /// <summary>The clock that it is about, before its event; null where it is about none.</summary>
    public Clock? Clock => Event switch
    {
        ClockRungPassed e => Before?.Clocks.GetValueOrDefault(e.ClockId),
        ClockStopped e => Before?.Clocks.GetValueOrDefault(e.ClockId),
        ClockResumed e => Before?.Clocks.GetValueOrDefault(e.ClockId),
        _ => null,
    };

    public WorkItem? WorkItem => Event switch
    {
        WorkItemCompleted e => After.WorkItems[e.WorkItemId],
        CorrectionRequested e => After.WorkItems[e.Correction.WorkItemId],
        _ => Clock?.WorkItemId is { } item ? After.WorkItems.GetValueOrDefault(item) : null,
    };

    /// <summary>The code of the matter that it is about; null for the case as a whole.</summary>
    public string? MatterCode => Event switch
    {
        MatterAccepted e => e.Matter,
        MatterStateChanged e => e.Matter,
        ResultIssued e => e.Matter,
        CorrectionRequested e => e.Correction.Matter,
        _ => WorkItem?.Matter ?? Clock?.Matter,
    };

    public CaseMatter? Matter => MatterCode is { } code ? After.Matters.GetValueOrDefault(code) : null;

    public MatterDefinition? MatterDefinition => MatterCode is { } code ? Definitions.Matter(code) : null;

    /// <summary>What happens in an entry that a rule is asked about, in its order, and the entry itself at the end.</summary>
    public static IEnumerable<Occurrence> Of(WatchedEntry entry, DefinitionSet definitions, SupervisionRules rules)
    {
        var state = entry.Before;
        for (var (position, last) = (0, LastAsked(entry, rules)); position <= last; position++)
        {
            var before = state;
            var @event = entry.Events[position];
            state = @event is CaseStarted started ? CaseFolding.Start(started) : CaseFolding.Apply(before!, @event);
            if (TriggerOf(@event) is { } trigger && rules.On(trigger).Count > 0)
            {
                yield return new Occurrence(entry, position, trigger, SubjectOf(@event), before, state, definitions);
            }
        }

        if (entry.Events.Count > 0 && rules.On(SupervisionTrigger.Entry).Count > 0)
        {
            yield return new Occurrence(entry, entry.Events.Count - 1, SupervisionTrigger.Entry, $"entry/{Text(entry.Sequence)}", entry.Before, entry.After, definitions);
        }
    }

    /// <summary>The user task of a work item.</summary>
    public UserTask? Task(WorkItem item) =>
        Definitions.Processes.GetValueOrDefault(item.ProcessId)?.FindPlace(item.ElementId)?.Node as UserTask;

    /// <summary>Who has to answer: the one who holds the step, else the matter's department, else the one that leads the service.</summary>
    public Charge Charge()
    {
        if (Trigger is SupervisionTrigger.Entry)
        {
            return new Charge(Entry.Actor.Department ?? Definitions.Service.LeadDepartment, new Holder(Entry.Actor.AccountId, Entry.Actor.Name));
        }

        var item = WorkItem ?? After.WorkItems.Values.LastOrDefault(candidate => MatterCode is not null && candidate.Matter == MatterCode);
        return item is not null
            ? new Charge(item.Department, item.Holder?.AccountId == Actor.Engine.AccountId ? null : item.Holder, MatterCode, item.Id)
            : new Charge(Matter?.Department ?? Definitions.Service.LeadDepartment, null, MatterCode);
    }

    /// <remarks>What comes after it need not be folded again.</remarks>
    private static int LastAsked(WatchedEntry entry, SupervisionRules rules)
    {
        var position = entry.Events.Count - 1;
        while (position >= 0 && !IsAsked(entry.Events[position], rules))
        {
            position--;
        }

        return position;
    }

    private static bool IsAsked(CaseEvent @event, SupervisionRules rules) => TriggerOf(@event) is { } trigger && rules.On(trigger).Count > 0;

    private static SupervisionTrigger? TriggerOf(CaseEvent @event) => @event switch
    {
        WorkItemCompleted => SupervisionTrigger.StepCompleted,
        MatterAccepted => SupervisionTrigger.MatterAccepted,
        MatterStateChanged => SupervisionTrigger.MatterStateChanged,
        CorrectionRequested => SupervisionTrigger.CorrectionRequested,
        ResultIssued => SupervisionTrigger.ResultIssued,
        ClockRungPassed => SupervisionTrigger.ClockRungPassed,
        ClockStopped => SupervisionTrigger.ClockStopped,
        ClockResumed => SupervisionTrigger.ClockResumed,
        CaseEnded => SupervisionTrigger.CaseEnded,
        _ => null,
    };

    /// <summary>One act stops or resumes several clocks and is looked at for each, but is one subject.</summary>
    private static string SubjectOf(CaseEvent @event) => @event switch
    {
        WorkItemCompleted e => $"work-item/{Text(e.WorkItemId)}",
        MatterAccepted e => $"matter/{e.Matter}",
        MatterStateChanged e => $"matter/{e.Matter}/{e.State}",
        CorrectionRequested e => $"correction/{Text(e.Correction.Id)}",
        ResultIssued e => $"result/{e.Matter}/{e.Result.Code}/{e.Result.Number}",
        ClockRungPassed e => $"clock/{Text(e.ClockId)}/{e.Rung}",
        ClockStopped e => $"stop/{e.Stop.Document}",
        ClockResumed e => $"resumption/{Text(e.ClockId)}/{e.ResumedOn:yyyy-MM-dd}",
        CaseEnded => "case",
        _ => throw new UnreachableException($"Expected an event that rules are asked about, but found {@event.GetType().Name}."),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
