using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Handling;

/// <summary>Keeps the rows beside a case's state: work items, clocks and departments, as they follow from the state.</summary>
internal sealed class CaseProjection(RowChanges rows, DefinitionSet definitions, DateOnly today)
{
    /// <summary>Puts the rows that differ between the two states; returns the departments that take part now.</summary>
    public IReadOnlyCollection<string> Write(Case? before, Case after)
    {
        var clocksChanged = before?.Clocks != after.Clocks;
        foreach (var clock in after.Clocks.Values.Where(_ => clocksChanged))
        {
            var known = before?.Clocks.GetValueOrDefault(clock.Id);
            if (known != clock)
            {
                Put(Row(after, clock), known is not null);
            }
        }

        foreach (var item in after.WorkItems.Values)
        {
            var known = before?.WorkItems.GetValueOrDefault(item.Id);
            if (known != item || (item.IsOpen && clocksChanged))
            {
                Put(Row(after, item), known is not null);
            }
        }

        var departments = Departments(after);
        var added = before is null ? departments : departments.Except(Departments(before));
        foreach (var department in added)
        {
            rows.Add(new CaseDepartmentRow { CaseId = after.Id, Department = department });
        }

        return departments;
    }

    /// <summary>The running clock that is due first among those that <paramref name="measures"/> selects, with its due day.</summary>
    public (DateOnly? On, TimeUnit? Unit) FirstDue(Case state, Func<Clock, bool> measures) => state.Clocks.Values
        .Where(clock => clock is { IsRunning: true, IsStopped: false } && measures(clock))
        .Select(clock => (On: (DateOnly?)ClockReading.Of(clock, definitions.Calendar, today).DueOn, Unit: (TimeUnit?)clock.Limit.Unit))
        .OrderBy(due => due.On)
        .FirstOrDefault();

    /// <summary>The first instant at which time alone changes the case: a clock that expires or a timer that is due.</summary>
    public DateTimeOffset? NextDueAt(Case state)
    {
        var clocks = state.Clocks.Values.Select(clock => ClockReading.NextInstant(clock, definitions.Calendar));
        var timers = state.Subscriptions.Values.Where(wait => wait is { Kind: SubscriptionKind.Timer, Happened: false }).Select(wait => wait.DueAt);
        return clocks.Concat(timers).Min();
    }

    /// <summary>The departments that take part: of its matters, of its work items, the lead department, and the one that received it.</summary>
    private List<string> Departments(Case state) =>
        state.Matters.Values.Select(matter => matter.Department)
            .Concat(state.WorkItems.Values.Select(item => item.Department))
            .Append(definitions.Service.LeadDepartment)
            .Concat(state.ReceivedBy is { } receivedBy ? [receivedBy] : [])
            .Distinct(StringComparer.Ordinal)
            .ToList();

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

    private ClockRow Row(Case state, Clock clock) => new()
    {
        CaseId = state.Id,
        ClockId = clock.Id,
        Kind = clock.Limit.Kind,
        Matter = clock.Matter,
        WorkItemId = clock.WorkItemId,
        StartedOn = clock.StartedOn,
        DueOn = ClockReading.Of(clock, definitions.Calendar, today).DueOn,
        ExpiresAt = ClockReading.ExpiryInstant(clock, definitions.Calendar),
        IsStopped = clock.IsStopped,
        ExpiredOn = clock.ExpiredOn,
        EndedOn = clock.EndedOn,
        Met = clock.Met,
    };

    private WorkItemRow Row(Case state, WorkItem item)
    {
        var due = item.IsOpen ? FirstDue(state, clock => Measures(clock, item)) : default;
        return new WorkItemRow
        {
            CaseId = state.Id,
            WorkItemId = item.Id,
            ElementId = item.ElementId,
            Name = item.Name,
            Matter = item.Matter,
            MatterName = item.Matter is null ? null : state.Matters.GetValueOrDefault(item.Matter)?.Name,
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
        };
    }

    private static bool Measures(Clock clock, WorkItem item) =>
        clock.WorkItemId == item.Id || (clock.WorkItemId is null && (clock.Matter is null || clock.Matter == item.Matter));
}
