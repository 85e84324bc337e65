using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>What a clock says on a day: derived from its facts and the calendar.</summary>
/// <param name="DueOn">The last day within the limit; where the clock is stopped, what it would be if it were resumed on the day of reading.</param>
/// <param name="DaysLeft">Days of the clock's unit from the day of reading to the due day; negative once it has passed.</param>
/// <param name="DaysStopped">Days of the clock's unit that stops have taken out so far.</param>
/// <param name="IsProvisional">True where the due day lies behind the last published calendar.</param>
public sealed record ClockReading(DateOnly DueOn, int DaysLeft, int DaysStopped, ClockStatus Status, bool IsProvisional)
{
    /// <summary>Reads the clock as it stands at the end of <paramref name="today"/>.</summary>
    public static ClockReading Of(Clock clock, WorkingDayCalendar calendar, DateOnly today)
    {
        var due = LastDay(clock, calendar, today);
        var left = today <= due ? Count(clock, calendar, today, due) : -Count(clock, calendar, due, today);

        return new ClockReading(due, left, Stopped(clock, calendar, today), StatusOf(clock, today, due, left), calendar.IsProvisional(due));
    }

    /// <summary>The first instant at which something happens to the clock by itself: it passes a rung of its ladder, or expires; null where nothing is to come.</summary>
    public static DateTimeOffset? NextInstant(Clock clock, WorkingDayCalendar calendar) =>
        ClockLadder.Ahead(clock, calendar).Select(moment => (DateTimeOffset?)moment.At).FirstOrDefault();

    /// <summary>The first instant after the due day, at which a running clock expires; null where it is stopped, has ended or has expired.</summary>
    public static DateTimeOffset? ExpiryInstant(Clock clock, WorkingDayCalendar calendar) =>
        clock is { IsRunning: true, IsStopped: false, ExpiredOn: null } ? InstantOf(clock, 0, calendar) : null;

    /// <summary>False where a point before the end of the limit lies before its beginning.</summary>
    internal static bool IsReached(Clock clock, decimal offset) => clock.Limit.Amount + offset > 0;

    /// <summary>The instant of a point of the limit, <paramref name="offset"/> units after its end; see <see cref="Workflows.Definitions.Clocks.Rung"/>.</summary>
    internal static DateTimeOffset InstantOf(Clock clock, decimal offset, WorkingDayCalendar calendar)
    {
        if (offset < 0)
        {
            return RegionDay.Start(DayOf(clock, (int)(clock.Limit.Amount + offset), calendar, clock.StartedOn), calendar);
        }

        var due = LastDay(clock, calendar, clock.StartedOn);
        var last = clock.Limit.Unit is TimeUnit.WorkingDays ? calendar.AddWorkingDays(due, (int)offset) : due.AddDays((int)offset);
        return RegionDay.Start(last.AddDays(1), calendar);
    }

    private static DateOnly LastDay(Clock clock, WorkingDayCalendar calendar, DateOnly today)
    {
        var day = DayOf(clock, (int)clock.Limit.Amount, calendar, today);
        return clock.Limit.Unit is TimeUnit.WorkingDays || calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1);
    }

    /// <summary>The day with which <paramref name="budget"/> units are used up.</summary>
    private static DateOnly DayOf(Clock clock, int budget, WorkingDayCalendar calendar, DateOnly today)
    {
        var from = clock.StartedOn;
        var remaining = budget;
        foreach (var stop in clock.Stops)
        {
            var counted = Count(clock, calendar, from, stop.StoppedOn);
            if (counted >= remaining)
            {
                break;
            }

            remaining -= counted;
            from = stop.ResumedOn ?? (today > stop.StoppedOn ? today : stop.StoppedOn);
        }

        return clock.Limit.Unit is TimeUnit.WorkingDays ? calendar.AddWorkingDays(from, remaining) : from.AddDays(remaining);
    }

    private static int Stopped(Clock clock, WorkingDayCalendar calendar, DateOnly today) =>
        clock.Stops.Sum(stop => Count(clock, calendar, stop.StoppedOn, stop.ResumedOn ?? today));

    private static int Count(Clock clock, WorkingDayCalendar calendar, DateOnly from, DateOnly until) =>
        until <= from ? 0
        : clock.Limit.Unit is TimeUnit.WorkingDays ? calendar.CountWorkingDays(from, until)
        : until.DayNumber - from.DayNumber;

    private static ClockStatus StatusOf(Clock clock, DateOnly today, DateOnly due, int left) => clock switch
    {
        { EndedOn: not null, Met: false } => ClockStatus.Void,
        { EndedOn: { } ended } => clock.ExpiredOn is not null || ended > due ? ClockStatus.MetLate : ClockStatus.Met,
        { ExpiredOn: not null } => ClockStatus.Overdue,
        { IsStopped: true } => ClockStatus.Stopped,
        _ when today > due => ClockStatus.Overdue,
        _ => left <= 1 ? ClockStatus.DueSoon : ClockStatus.OnTime,
    };
}

public enum ClockStatus
{
    /// <summary>正常</summary>
    OnTime,

    /// <summary>临近到期: the due day is today or the next counted day.</summary>
    DueSoon,

    /// <summary>逾期</summary>
    Overdue,

    /// <summary>停止计时</summary>
    Stopped,

    /// <summary>按时办结</summary>
    Met,

    /// <summary>逾期办结</summary>
    MetLate,

    /// <summary>不再计时</summary>
    Void,
}
