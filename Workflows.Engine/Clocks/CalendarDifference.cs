using System.Globalization;
using Workflows.Definitions.Calendars;

namespace Workflows.Engine.Clocks;

/// <summary>The days that a new version of a calendar counts otherwise than the one before.</summary>
/// <param name="Days">In order.</param>
internal sealed record CalendarDifference(string Version, IReadOnlyList<DayChange> Days)
{
    private const int Named = 12;

    public static CalendarDifference Of(WorkingDayCalendar before, WorkingDayCalendar after)
    {
        var first = before.FirstDay > after.FirstDay ? before.FirstDay : after.FirstDay;
        var last = before.LastDay < after.LastDay ? before.LastDay : after.LastDay;
        var days = Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Where(day => before.IsWorkingDay(day) != after.IsWorkingDay(day) || before.Kind(day).Published?.Off != after.Kind(day).Published?.Off);
        return new CalendarDifference(after.Version, [.. days.Select(day => new DayChange(day, after.Kind(day).Text))]);
    }

    /// <summary>The days in words, the first dozen by name, e.g. <c>2027-01-01 元旦</c>.</summary>
    public string Reason =>
        string.Join("；", Days.Take(Named).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.On:yyyy-MM-dd} {day.Text}")))
        + (Days.Count > Named ? $"等 {Days.Count} 日" : "");
}

/// <param name="Text">What the day is now, in the words of the calendar.</param>
internal sealed record DayChange(DateOnly On, string Text);
