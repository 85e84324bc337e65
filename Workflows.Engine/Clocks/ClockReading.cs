using Workflows.Definitions.Calendars;

namespace Workflows.Engine.Clocks;

/// <summary>What a clock says on a day: derived from its facts and the calendar.</summary>
/// <param name="DueOn">The last day within the limit; where the clock is stopped, what it would be if it were resumed on the day of reading.</param>
/// <param name="DaysLeft">Working (or natural) days from the day of reading to the due day; negative once it has passed.</param>
/// <param name="DaysStopped">Days that stops have added so far.</param>
/// <param name="IsProvisional">True where the due day lies behind the last published calendar.</param>
public sealed record ClockReading(DateOnly DueOn, int DaysLeft, int DaysStopped, ClockStatus Status, bool IsProvisional)
{
    public static ClockReading Of(Clock clock, WorkingDayCalendar calendar, DateOnly today) => throw new NotImplementedException();

    /// <summary>The first instant after the due day, at which a running clock expires; null where it is stopped or has ended or expired.</summary>
    public static DateTimeOffset? NextInstant(Clock clock, WorkingDayCalendar calendar) => throw new NotImplementedException();
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
