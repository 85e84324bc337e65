using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Simulation;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Drafts;

/// <summary>How long the steps of a service took in its past cases: from claiming to completing, in working hours.</summary>
public sealed class PastHandling(EngineDatabase database)
{
    /// <summary>The newest that are looked at.</summary>
    private const int Most = 5_000;

    /// <summary>The steps that were completed often enough, by the step's id.</summary>
    public async Task<IReadOnlyDictionary<string, HandlingTime>> Read(string service, WorkingDayCalendar calendar, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var done = await (
            from item in db.WorkItems.AsNoTracking()
            join @case in db.Cases.AsNoTracking() on item.CaseId equals @case.Id
            where @case.ServiceCode == service && item.State == WorkItemState.Completed && item.ClaimedAt != null && item.EndedAt != null
            orderby item.EndedAt descending
            select new { item.ElementId, item.ClaimedAt, item.EndedAt }).Take(Most).ToListAsync(cancellation);
        return done
            .GroupBy(step => step.ElementId, step => calendar.Time.Count(step.ClaimedAt!.Value, step.EndedAt!.Value).TotalHours)
            .Where(hours => hours.Count() >= ObservedHandling.Fewest)
            .ToDictionary(hours => hours.Key, HandlingTime (hours) => new ObservedHandling([.. hours]), StringComparer.Ordinal);
    }
}
