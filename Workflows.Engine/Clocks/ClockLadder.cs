using Workflows.Definitions.Calendars;
using Workflows.Definitions.Clocks;

namespace Workflows.Engine.Clocks;

/// <summary>The instants at which something happens to a clock by itself: its rungs, and the end of its limit.</summary>
internal static class ClockLadder
{
    /// <summary>What a running clock still has before it, the first first; nothing where it is stopped or has ended.</summary>
    public static IEnumerable<ClockMoment> Ahead(Clock clock, WorkingDayCalendar calendar)
    {
        if (!clock.IsRunning || clock.IsStopped)
        {
            return [];
        }

        var count = new ClockCount(clock, calendar);
        var moments = (clock.Limit.Rungs ?? [])
            .Where(rung => clock.PassedRungs?.Contains(rung.Name) != true && clock.Budget + rung.Offset > 0)
            .Select(rung => new ClockMoment(count.Point(rung.Offset), rung));
        if (clock.ExpiredOn is null)
        {
            // Before the rungs of the same instant: a card follows from what has happened.
            moments = moments.Prepend(new ClockMoment(count.Point(0), null));
        }

        return moments.OrderBy(moment => moment.At);
    }
}

/// <param name="Rung">The rung that is passed, or null where the limit ends.</param>
internal readonly record struct ClockMoment(DateTimeOffset At, Rung? Rung);
