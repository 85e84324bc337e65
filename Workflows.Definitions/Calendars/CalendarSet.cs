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

    /// <summary>The calendar by which a department of the region counts: its own, or the region's.</summary>
    /// <exception cref="KeyNotFoundException">The region has none.</exception>
    public WorkingDayCalendar Of(string region, string? department) =>
        (department is null ? null : calendars.Values.FirstOrDefault(calendar => calendar.Followed == region && calendar.Department == department)) ?? this[region];

    public bool TryGet(string region, [NotNullWhen(true)] out WorkingDayCalendar? calendar) => calendars.TryGetValue(region, out calendar);
}
