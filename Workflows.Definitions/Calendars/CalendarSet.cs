using System.Diagnostics.CodeAnalysis;

namespace Workflows.Definitions.Calendars;

/// <summary>The calendars of the regions, by region, e.g. <c>cn</c>.</summary>
public sealed class CalendarSet(IEnumerable<WorkingDayCalendar> calendars)
{
    private readonly Dictionary<string, WorkingDayCalendar> calendars = calendars.ToDictionary(calendar => calendar.Region, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Regions => calendars.Keys;

    /// <summary>The calendar of the region.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public WorkingDayCalendar this[string region] => calendars.GetValueOrDefault(region)
        ?? throw new KeyNotFoundException($"Expected a calendar for region '{region}', but there are only [{string.Join(", ", Regions)}].");

    public bool TryGet(string region, [NotNullWhen(true)] out WorkingDayCalendar? calendar) => calendars.TryGetValue(region, out calendar);
}
