using System.Collections.Immutable;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Lookup;
using Workflows.Engine.Messages;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Handling;

/// <summary>Keeps the rows beside a case's state: work items, clocks and departments, as they follow from the state.</summary>
internal sealed class CaseProjection(RowChanges rows, DefinitionSet definitions, Case after, DateOnly today)
{
    /// <summary>The clocks that measure now, with their due days.</summary>
    private readonly List<(Clock Clock, DateOnly On)> running = [.. after.Clocks.Values
        .Where(clock => clock is { IsRunning: true, IsStopped: false })
        .Select(clock => (clock, ClockReading.Of(clock, definitions.CalendarOf(clock), today).DueOn))];

    /// <summary>Puts the rows that differ between the two states; returns the departments that take part now.</summary>
    public IReadOnlyCollection<string> Write(Case? before)
    {
        var changed = new List<Clock>();
        foreach (var (id, clock) in after.Clocks)
        {
            if (before?.Clocks.GetValueOrDefault(id) is var known && known != clock)
            {
                changed.Add(clock);
                Put(Row(clock), known is not null);
            }
        }

        foreach (var (id, item) in after.WorkItems)
        {
            var known = before?.WorkItems.GetValueOrDefault(id);
            if (known != item || (item.IsOpen && changed.Exists(clock => Measures(clock, item))))
            {
                Put(Row(item), known is not null);
            }
        }

        WriteWaits(before);
        var departments = CaseDepartments.Of(after, definitions);
        var added = before is null ? departments : departments.Except(CaseDepartments.Of(before, definitions));
        foreach (var department in added)
        {
            rows.Add(new CaseDepartmentRow { CaseId = after.Id, Department = department });
        }

        return departments;
    }

    /// <summary>What the case waits for from other cases: messages and signals.</summary>
    private void WriteWaits(Case? before)
    {
        if (before?.Subscriptions == after.Subscriptions)
        {
            return;
        }

        var earlier = before?.Subscriptions ?? ImmutableSortedDictionary<int, Subscription>.Empty;
        foreach (var subscription in after.Subscriptions.Values)
        {
            var known = earlier.GetValueOrDefault(subscription.Id);
            if (known != subscription && WaitRow.Of(after.Id, subscription) is { } row)
            {
                Put(row, known is not null && WaitRow.Of(after.Id, known) is not null);
            }
        }

        foreach (var subscription in earlier.Values.Where(subscription => !after.Subscriptions.ContainsKey(subscription.Id)))
        {
            if (WaitRow.Of(after.Id, subscription) is { } row)
            {
                row.State = WaitState.Closed;
                Put(row, isKnown: true);
            }
        }
    }

    /// <summary>The clock that is due first, with its due day.</summary>
    /// <param name="item">Only clocks that measure the item, its matter or its case; null for all.</param>
    public (DateOnly? On, TimeUnit? Unit) FirstDue(WorkItem? item = null)
    {
        (DateOnly? On, TimeUnit? Unit) first = default;
        foreach (var (clock, on) in running)
        {
            if ((item is null || Measures(clock, item)) && (first.On is null || on < first.On))
            {
                first = (on, clock.Limit.Unit);
            }
        }

        return first;
    }

    /// <summary>The first instant at which time alone changes the case: a clock that expires or a timer that is due.</summary>
    public DateTimeOffset? NextDueAt()
    {
        var clocks = running.Select(due => ClockReading.NextInstant(due.Clock, definitions.CalendarOf(due.Clock)));
        var timers = after.Subscriptions.Values.Where(wait => wait is { Kind: SubscriptionKind.Timer, Happened: false }).Select(wait => wait.DueAt);
        return clocks.Concat(timers).Min();
    }

    private void Put(object row, bool isKnown)
    {
        if (isKnown)
        {
            rows.Change(row);
        }
        else
        {
            rows.Add(row);
        }
    }

    private ClockRow Row(Clock clock) => new()
    {
        CaseId = after.Id,
        ClockId = clock.Id,
        Kind = clock.Limit.Kind,
        Matter = clock.Matter,
        WorkItemId = clock.WorkItemId,
        StartedOn = clock.StartedOn,
        DueOn = ClockReading.Of(clock, definitions.CalendarOf(clock), today).DueOn,
        ExpiresAt = ClockReading.ExpiryInstant(clock, definitions.CalendarOf(clock)),
        IsStopped = clock.IsStopped,
        ExpiredOn = clock.ExpiredOn,
        EndedOn = clock.EndedOn,
        Met = clock.Met,
    };

    private WorkItemRow Row(WorkItem item)
    {
        var due = item.IsOpen ? FirstDue(item) : default;
        return new WorkItemRow
        {
            CaseId = after.Id,
            WorkItemId = item.Id,
            ElementId = item.ElementId,
            Name = item.Name,
            Matter = item.Matter,
            MatterName = item.Matter is null ? null : after.Matters.GetValueOrDefault(item.Matter)?.Name,
            Department = item.Department,
            Role = item.Role,
            State = item.State,
            HolderId = item.Holder?.AccountId,
            HolderName = item.Holder?.Name,
            OfferedAt = item.OfferedAt,
            ClaimedAt = item.ClaimedAt,
            EndedAt = item.EndedAt,
            Outcome = item.Outcome,
            DueOn = due.On,
            DueUnit = due.Unit,
            SortedOn = due.On ?? DateOnly.MaxValue,
        };
    }

    private static bool Measures(Clock clock, WorkItem item) =>
        clock.WorkItemId == item.Id || (clock.WorkItemId is null && (clock.Matter is null || clock.Matter == item.Matter));
}
