using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>How a clock comes to its due day: from its start, day by day, with every stop and extension and the calendar that was used.</summary>
/// <param name="Budget">The limit with its extensions, in its unit.</param>
/// <param name="Calendar">The version of the calendar, e.g. <c>cn-2026-3f2a91c04b77</c>.</param>
/// <param name="CoveredUntil">The last day that a published notice covers; what lies behind is provisional.</param>
/// <param name="Days">From the first day that can count to the due day, or to the day on which the clock ended.</param>
public sealed record ClockExplanation(
    int ClockId,
    TimeLimit Limit,
    decimal Budget,
    DateOnly StartedOn,
    DateTimeOffset? StartedAt,
    DateOnly? EndedOn,
    ClockReading Reading,
    string Calendar,
    DateOnly CoveredUntil,
    IReadOnlyList<ClockStop> Stops,
    IReadOnlyList<ClockExtension> Extensions,
    IReadOnlyList<ClockDay> Days)
{
    public static ClockExplanation Of(Clock clock, ClockReading reading, WorkingDayCalendar calendar) => new(
        clock.Id,
        clock.Limit,
        clock.Budget,
        clock.StartedOn,
        clock.StartedAt,
        clock.EndedOn,
        reading,
        calendar.Version,
        calendar.CoveredUntil,
        clock.Stops,
        clock.Extensions ?? [],
        [.. EachDay(clock, reading, calendar)]);

    private static IEnumerable<ClockDay> EachDay(Clock clock, ClockReading reading, WorkingDayCalendar calendar)
    {
        var count = new ClockCount(clock, calendar);
        var last = clock.EndedOn is { } ended && ended < reading.DueOn ? ended : reading.DueOn;
        var total = 0m;
        for (var day = count.FirstDay; day <= last; day = day.AddDays(1))
        {
            // A day to which a day off has moved the end adds nothing to what was used up.
            var used = Math.Min(clock.Budget, count.Consumed(RegionDay.Start(day.AddDays(1), calendar).AddTicks(-1)));
            yield return new ClockDay(day, used - total, used, calendar.Kind(day), StopOf(clock, day, used - total));
            total = used;
        }
    }

    // Neither the day of the stop nor the day after the resumption is lost.
    private static ClockStop? StopOf(Clock clock, DateOnly day, decimal counted) => counted > 0
        ? null
        : clock.Stops.FirstOrDefault(stop => day > stop.StoppedOn && day <= (stop.ResumedOn ?? DateOnly.MaxValue));
}
