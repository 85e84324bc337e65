using System.Globalization;

namespace Workflows.Specs.Support;

/// <summary>Days as specs write them: <c>2026-02-13</c>.</summary>
public static class Days
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant of the day in mainland China.</summary>
    public static DateTimeOffset At(string day, int hour) => new(Day(day), new TimeOnly(hour, 0), TimeSpan.FromHours(8));
}
