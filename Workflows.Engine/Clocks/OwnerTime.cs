using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;

namespace Workflows.Engine.Clocks;

/// <summary>Whose time a case took: working days by time owner, as the totals of a project are told (政府、政府委托中介、公用企业、申请人).</summary>
/// <remarks>
/// A working day is an owner's where at least one of the owner's steps ran on it; departments that work side by side use it once. A day on
/// which only the applicant was waited for is the applicant's.
/// </remarks>
public static class OwnerTime
{
    /// <param name="clocks">Of any case or cases; only those of steps tell who worked.</param>
    /// <param name="until">The last day that is looked at.</param>
    public static IReadOnlyDictionary<TimeOwner, decimal> Of(IEnumerable<Clock> clocks, WorkingDayCalendar calendar, DateOnly until) =>
        Days(clocks, calendar, until).ToDictionary(entry => entry.Key, entry => (decimal)entry.Value.Count);

    /// <summary>The days themselves, by whose they were; a day on which several owners worked is each one's.</summary>
    public static IReadOnlyDictionary<TimeOwner, IReadOnlySet<DateOnly>> Days(IEnumerable<Clock> clocks, WorkingDayCalendar calendar, DateOnly until)
    {
        var days = Enum.GetValues<TimeOwner>().ToDictionary(owner => owner, _ => new HashSet<DateOnly>());
        foreach (var clock in clocks.Where(clock => clock.Scope is ClockScope.WorkItem))
        {
            var last = clock.EndedOn is { } ended && ended < until ? ended : until;
            for (var day = clock.StartedOn.AddDays(1); day <= last; day = day.AddDays(1))
            {
                if (calendar.IsWorkingDay(day))
                {
                    days[IsStopped(clock, day) ? TimeOwner.Applicant : clock.Limit.Owner].Add(day);
                }
            }
        }

        // Where somebody else worked meanwhile, nobody waited for the applicant alone.
        days[TimeOwner.Applicant].ExceptWith(days.Where(entry => entry.Key is not TimeOwner.Applicant).SelectMany(entry => entry.Value).ToList());
        return days.ToDictionary(entry => entry.Key, entry => (IReadOnlySet<DateOnly>)entry.Value);
    }

    private static bool IsStopped(Clock clock, DateOnly day) =>
        clock.Stops.Any(stop => day > stop.StoppedOn && day <= (stop.ResumedOn ?? DateOnly.MaxValue));
}
