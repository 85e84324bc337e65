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
        var moments = (clock.Limit.Rungs ?? []).Where(rung => IsAhead(clock, rung)).Select(rung => new ClockMoment(count.Point(rung.Offset), rung));
        if (clock.ExpiredOn is null)
        {
            // Before the rungs of the same instant: a card follows from what has happened.
            moments = moments.Prepend(new ClockMoment(count.Point(0), null));
        }

        return moments.OrderBy(moment => moment.At);
    }

    /// <summary>The first of what is <see cref="Ahead"/>; null where nothing is. Asked of every clock with every command.</summary>
    public static ClockMoment? First(Clock clock, WorkingDayCalendar calendar)
    {
        if (!clock.IsRunning || clock.IsStopped)
        {
            return null;
        }

        var count = new ClockCount(clock, calendar);
        var first = clock.ExpiredOn is null ? new ClockMoment(count.Point(0), null) : default(ClockMoment?);
        foreach (var rung in clock.Limit.Rungs ?? [])
        {
            if (IsAhead(clock, rung) && count.Point(rung.Offset) is var at && !(at >= first?.At))
            {
                first = new ClockMoment(at, rung);
            }
        }

        return first;
    }

    private static bool IsAhead(Clock clock, Rung rung) => clock.PassedRungs?.Contains(rung.Name) != true && clock.Budget + rung.Offset > 0;
}

/// <param name="Rung">The rung that is passed, or null where the limit ends.</param>
internal readonly record struct ClockMoment(DateTimeOffset At, Rung? Rung);
