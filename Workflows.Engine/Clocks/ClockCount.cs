using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>Counts a clock's unit along its calendar.</summary>
/// <remarks>
/// In days, an instant stands for its day: the day of the start is not counted, the day of a stop is. Working days that end with a half
/// (1.5 working days) are counted as half days, for which the same holds of the half.
/// </remarks>
internal sealed class ClockCount(Clock clock, WorkingDayCalendar calendar)
{
    private readonly bool isByHalves = clock.Limit.Unit is TimeUnit.HalfDays || (clock.Limit.Unit is TimeUnit.WorkingDays && !decimal.IsInteger(clock.Budget));

    /// <summary>True where the clock counts whole days, so that instants matter by their day only.</summary>
    private bool IsByDays => clock.Limit.Unit is TimeUnit.NaturalDays || (clock.Limit.Unit is TimeUnit.WorkingDays && !isByHalves);

    private bool IsByHours => clock.Limit.Unit is TimeUnit.WorkingHours or TimeUnit.NaturalHours;

    /// <summary>The first day of which something can count.</summary>
    public DateOnly FirstDay => IsByDays || clock.StartedAt is null ? clock.StartedOn.AddDays(1) : clock.StartedOn;

    /// <summary>The first instant after <paramref name="budget"/> units; open stops count as resumed <paramref name="now"/>.</summary>
    public DateTimeOffset End(decimal budget, DateTimeOffset now)
    {
        var from = Start;
        var remaining = budget;
        foreach (var stop in clock.Stops)
        {
            var stoppedAt = At(stop.StoppedAt, stop.StoppedOn);
            var counted = Between(from, stoppedAt);
            if (counted >= remaining)
            {
                break;
            }

            remaining -= counted;
            from = stop.ResumedOn is { } resumed ? At(stop.ResumedAt, resumed) : now > stoppedAt ? now : stoppedAt;
        }

        return After(from, remaining);
    }

    /// <summary>The end of the limit: a day off moves it to the next working day where natural days are counted (民法典 203).</summary>
    public DateTimeOffset Due(DateTimeOffset now)
    {
        var end = End(clock.Budget, now);
        return clock.Limit.Unit is TimeUnit.NaturalDays && LastDay(end) is var day && !calendar.IsWorkingDay(day)
            ? RegionDay.Start(calendar.AddWorkingDays(day, 1).AddDays(1), calendar)
            : end;
    }

    /// <summary>The instant of a point of the limit, <paramref name="offset"/> units after its end; see <see cref="Workflows.Definitions.Clocks.Rung"/>.</summary>
    public DateTimeOffset Point(decimal offset)
    {
        if (offset >= 0)
        {
            var due = Due(Start);
            return offset == 0 ? due : After(IsByHours ? due : due.AddTicks(-1), offset);
        }

        var end = End(clock.Budget + offset, Start);
        return IsByDays ? end.AddDays(-1) : end;
    }

    public decimal Between(DateTimeOffset from, DateTimeOffset until) => until <= from ? 0 : clock.Limit.Unit switch
    {
        _ when isByHalves => calendar.Time.CountHalfDays(from, until) / (clock.Limit.Unit is TimeUnit.WorkingDays ? 2m : 1m),
        TimeUnit.WorkingDays => calendar.CountWorkingDays(Day(from), Day(until)),
        TimeUnit.NaturalDays => Day(until).DayNumber - Day(from).DayNumber,
        TimeUnit.WorkingHours => Hours(calendar.Time.Count(from, until)),
        _ => Hours(until - from),
    };

    /// <summary>The units used up by <paramref name="now"/>, without what stops have taken out.</summary>
    public decimal Consumed(DateTimeOffset now)
    {
        var (from, consumed) = (Start, 0m);
        foreach (var stop in clock.Stops)
        {
            var stoppedAt = At(stop.StoppedAt, stop.StoppedOn);
            if (stoppedAt >= now)
            {
                break;
            }

            consumed += Between(from, stoppedAt);
            from = stop.ResumedOn is { } resumed && At(stop.ResumedAt, resumed) is var at && at < now ? at : now;
        }

        return consumed + Between(from, now);
    }

    /// <summary>What a stop has taken out until <paramref name="now"/>.</summary>
    public decimal BetweenStop(ClockStop stop, DateTimeOffset now) =>
        Between(At(stop.StoppedAt, stop.StoppedOn), stop.ResumedOn is { } resumed ? At(stop.ResumedAt, resumed) : now);

    /// <summary>The last day of a limit that ends before <paramref name="end"/>.</summary>
    public DateOnly LastDay(DateTimeOffset end) => Day(end.AddTicks(-1));

    private DateTimeOffset Start => At(clock.StartedAt, clock.StartedOn);

    // Where only the day is known, none of it counts: neither its second half nor its hours.
    private DateTimeOffset At(DateTimeOffset? instant, DateOnly day) =>
        instant is { } at && Day(at) == day ? at
        : IsByDays ? RegionDay.Start(day, calendar)
        : RegionDay.Start(day.AddDays(1), calendar).AddTicks(-1);

    private DateTimeOffset After(DateTimeOffset from, decimal units) => clock.Limit.Unit switch
    {
        _ when isByHalves => calendar.Time.AddHalfDays(from, (int)(clock.Limit.Unit is TimeUnit.WorkingDays ? units * 2 : units)),
        TimeUnit.WorkingDays => RegionDay.Start(calendar.AddWorkingDays(Day(from), (int)units).AddDays(1), calendar),
        TimeUnit.NaturalDays => RegionDay.Start(Day(from).AddDays((int)units + 1), calendar),
        TimeUnit.WorkingHours => calendar.Time.Add(from, Span(units)),
        _ => from + Span(units),
    };

    private static decimal Hours(TimeSpan span) => span.Ticks / (decimal)TimeSpan.TicksPerHour;

    private static TimeSpan Span(decimal hours) => TimeSpan.FromTicks((long)Math.Round(hours * TimeSpan.TicksPerHour));

    private DateOnly Day(DateTimeOffset instant) => RegionDay.Of(instant, calendar);
}
