using Workflows.Definitions.Calendars;

namespace Workflows.Engine.Clocks;

/// <summary>Instants and days of a region: a day is a day there, wherever the machine stands.</summary>
public static class RegionDay
{
    public static DateOnly Of(DateTimeOffset instant, WorkingDayCalendar calendar) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, calendar.TimeZone).DateTime);

    /// <summary>The first instant of the day.</summary>
    public static DateTimeOffset Start(DateOnly day, WorkingDayCalendar calendar) => At(day, TimeOnly.MinValue, calendar);

    public static DateTimeOffset At(DateOnly day, TimeOnly time, WorkingDayCalendar calendar)
    {
        var local = day.ToDateTime(time);

        return new DateTimeOffset(local, calendar.TimeZone.GetUtcOffset(local));
    }
}
