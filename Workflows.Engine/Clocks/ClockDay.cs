using Workflows.Definitions.Calendars;

namespace Workflows.Engine.Clocks;

/// <summary>One day of a clock: how much of it counts, or why not. All days together explain the due day.</summary>
/// <param name="Counted">In the clock's unit.</param>
/// <param name="Total">What has been used up by the end of the day, in the clock's unit.</param>
/// <param name="Kind">What the calendar says of the day.</param>
/// <param name="Stop">The stop that takes the day out, or null.</param>
public sealed record ClockDay(DateOnly On, decimal Counted, decimal Total, DayKind Kind, ClockStop? Stop)
{
    public bool IsCounted => Counted > 0;

    public bool IsStopped => Stop is not null;

    /// <summary>Why it counts or not, in the words of the calendar, in Chinese; for a stopped day the number of the stop's document.</summary>
    public string Reason => Stop?.Document ?? Kind.Text;
}
