using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Lookup;

/// <summary>How near the due day of a row is, as of a day.</summary>
/// <param name="DaysLeft">In the clock's unit: working or natural days; negative once the day has passed.</param>
public sealed record Due(DateOnly On, int DaysLeft, ClockStatus Status)
{
    /// <summary>Null where no clock runs.</summary>
    public static Due? Of(DateOnly? dueOn, TimeUnit? unit, WorkingDayCalendar calendar, DateOnly today)
    {
        if (dueOn is not { } on)
        {
            return null;
        }

        var left = today <= on ? Count(today, on) : -Count(on, today);
        return new Due(on, left, today > on ? ClockStatus.Overdue : left <= 1 ? ClockStatus.DueSoon : ClockStatus.OnTime);

        int Count(DateOnly from, DateOnly until) => unit is TimeUnit.NaturalDays or TimeUnit.NaturalHours
            ? until.DayNumber - from.DayNumber
            : calendar.CountWorkingDays(from, until);
    }
}
