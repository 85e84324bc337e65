using Workflows.Definitions.Calendars;

namespace Workflows.Engine.Clocks;

/// <summary>What a clock says at an instant: derived from its facts and the calendar.</summary>
/// <param name="DueOn">The last day within the limit; where the clock is stopped, what it would be if it were resumed at the instant of reading.</param>
/// <param name="DaysLeft">In the clock's unit, begun ones as whole: from the instant of reading to the end; negative once it has passed.</param>
/// <param name="DaysStopped">In the clock's unit: what stops have taken out so far.</param>
/// <param name="IsProvisional">True where the due day lies behind the last published calendar.</param>
/// <param name="EndsAt">The first instant after the limit: midnight where days are counted.</param>
public sealed record ClockReading(DateOnly DueOn, int DaysLeft, int DaysStopped, ClockStatus Status, bool IsProvisional, DateTimeOffset EndsAt)
{
    /// <summary>Reads the clock as it stands at the end of <paramref name="today"/>.</summary>
    public static ClockReading Of(Clock clock, WorkingDayCalendar calendar, DateOnly today) =>
        Of(clock, calendar, RegionDay.Start(today.AddDays(1), calendar).AddTicks(-1));

    public static ClockReading Of(Clock clock, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var count = new ClockCount(clock, calendar);
        var endsAt = count.Due(now);
        var last = endsAt.AddTicks(-1);
        var left = (int)(now < endsAt ? Math.Ceiling(count.Between(now, last)) : -Math.Ceiling(count.Between(last, now)));
        var stopped = (int)Math.Ceiling(clock.Stops.Sum(stop => count.BetweenStop(stop, now)));
        var due = count.LastDay(endsAt);
        return new ClockReading(due, left, stopped, StatusOf(clock, now, endsAt, due, left), calendar.IsProvisional(due), endsAt);
    }

    /// <summary>The first instant at which something happens to the clock by itself: it passes a rung of its ladder, or expires; null where nothing is to come.</summary>
    public static DateTimeOffset? NextInstant(Clock clock, WorkingDayCalendar calendar) =>
        ClockLadder.First(clock, calendar)?.At;

    /// <summary>The first instant after the limit, at which a running clock expires; null where it is stopped, has ended or has expired.</summary>
    public static DateTimeOffset? ExpiryInstant(Clock clock, WorkingDayCalendar calendar) =>
        clock is { IsRunning: true, IsStopped: false, ExpiredOn: null } ? new ClockCount(clock, calendar).Point(0) : null;

    private static ClockStatus StatusOf(Clock clock, DateTimeOffset now, DateTimeOffset endsAt, DateOnly due, int left) => clock switch
    {
        { EndedOn: not null, Met: false } => ClockStatus.Void,
        { EndedOn: { } ended } => clock.ExpiredOn is not null || ended > due ? ClockStatus.MetLate : ClockStatus.Met,
        { ExpiredOn: not null } => ClockStatus.Overdue,
        { IsStopped: true } => ClockStatus.Stopped,
        _ when now >= endsAt => ClockStatus.Overdue,
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
