using Workflows.Definitions.Calendars;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Simulation;

/// <summary>The working hours of a calendar as one line, from the first of the last two years that it covers.</summary>
internal sealed class SimulatedTime
{
    private readonly WorkingDayCalendar calendar;
    private readonly DateTimeOffset start;

    public SimulatedTime(WorkingDayCalendar calendar)
    {
        this.calendar = calendar;
        var first = new[] { calendar.CoveredUntil.AddYears(-2).AddDays(1), calendar.FirstDay }.Max();
        start = RegionDay.Start(first, calendar);

        // Clocks that start in the last half year could end after the calendar.
        End = HoursAt(RegionDay.Start(new[] { calendar.CoveredUntil.AddMonths(-6), first }.Max(), calendar));
    }

    /// <summary>The working hours that can be simulated.</summary>
    public double End { get; }

    public double HoursOfDay => (calendar.Time.Hours.Morning + calendar.Time.Hours.Afternoon).TotalHours;

    /// <summary>The instant that lies so many working hours after the beginning.</summary>
    public DateTimeOffset At(double hours) => calendar.Time.Add(start, TimeSpan.FromHours(hours));

    /// <summary>The working hours that have gone by at an instant.</summary>
    public double HoursAt(DateTimeOffset instant) =>
        calendar.Time.Count(start, instant > LastInstant ? LastInstant : instant).TotalHours;

    private DateTimeOffset LastInstant => RegionDay.Start(calendar.LastDay, calendar);
}
