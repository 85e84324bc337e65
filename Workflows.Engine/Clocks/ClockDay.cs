using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>One day of a clock: counted, or why not. All days together explain the due day.</summary>
/// <param name="Reason">In the words of the calendar, in Chinese; for a stopped day the number of the stop's document.</param>
public sealed record ClockDay(DateOnly On, bool IsCounted, bool IsStopped, string Reason)
{
    /// <summary>The days of a clock from the first that can count to its due day, or to the day on which it ended.</summary>
    public static IEnumerable<ClockDay> Of(Clock clock, ClockReading reading, WorkingDayCalendar calendar)
    {
        var last = clock.EndedOn is { } ended && ended < reading.DueOn ? ended : reading.DueOn;
        for (var day = clock.StartedOn.AddDays(1); day <= last; day = day.AddDays(1))
        {
            yield return Of(clock, day, calendar);
        }
    }

    private static ClockDay Of(Clock clock, DateOnly day, WorkingDayCalendar calendar)
    {
        // Neither the day of the stop nor the day after the resumption is lost.
        if (clock.Stops.FirstOrDefault(stop => day > stop.StoppedOn && day <= (stop.ResumedOn ?? DateOnly.MaxValue)) is { } stop)
        {
            return new ClockDay(day, IsCounted: false, IsStopped: true, stop.Document);
        }

        var kind = calendar.Kind(day);
        var counts = clock.Limit.Unit is TimeUnit.NaturalDays or TimeUnit.NaturalHours || kind.IsWorking;
        return new ClockDay(day, counts, IsStopped: false, kind.Text);
    }
}
