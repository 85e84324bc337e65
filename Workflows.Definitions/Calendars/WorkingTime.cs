namespace Workflows.Definitions.Calendars;

/// <summary>The half days and hours in which the offices of a region work.</summary>
/// <remarks>
/// A limit in half days does not count the half in which it begins, as one in days does not count its first day; it ends with the working
/// hours of its last half. A limit in hours runs from its very instant (民法典 201) and stands still outside working hours. On a half
/// day off the other half counts.
/// </remarks>
public sealed class WorkingTime
{
    private readonly WorkingDayCalendar calendar;
    private readonly WorkingHours hours;

    /// <summary>The halves that are worked, in their order.</summary>
    private readonly List<(DateOnly Day, DayHalf Half)> halves = [];

    /// <summary>At each day's place from the calendar's first day: the halves and the ticks of working time before the day.</summary>
    private readonly int[] halvesBefore;

    private readonly long[] ticksBefore;

    internal WorkingTime(WorkingDayCalendar calendar, WorkingHours hours)
    {
        (this.calendar, this.hours) = (calendar, hours);
        var days = calendar.LastDay.DayNumber - calendar.FirstDay.DayNumber + 1;
        (halvesBefore, ticksBefore) = (new int[days + 1], new long[days + 1]);
        for (var place = 0; place < days; place++)
        {
            var day = calendar.FirstDay.AddDays(place);
            var ticks = 0L;
            foreach (var half in new[] { DayHalf.Morning, DayHalf.Afternoon }.Where(half => calendar.IsWorked(day, half)))
            {
                halves.Add((day, half));
                ticks += Length(half);
            }

            halvesBefore[place + 1] = halves.Count;
            ticksBefore[place + 1] = ticksBefore[place] + ticks;
        }
    }

    public WorkingHours Hours => hours;

    /// <summary>The instant at which a limit of <paramref name="count"/> half days ends: noon, or the end of the day's work; it is not within the limit itself.</summary>
    public DateTimeOffset AddHalfDays(DateTimeOffset from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var index = HalvesUntil(from) + count - 1;
        return count == 0 ? from
            : index < halves.Count ? At(halves[index].Day, halves[index].Half is DayHalf.Morning ? hours.MorningEnd : hours.AfternoonEnd)
            : throw calendar.OutOfRange($"{count} half days after {from:O} end later");
    }

    /// <summary>The half days after the one of <paramref name="from"/> up to and including the one of <paramref name="until"/>; 0 where it is not later.</summary>
    public int CountHalfDays(DateTimeOffset from, DateTimeOffset until) => Math.Max(0, HalvesUntil(until) - HalvesUntil(from));

    /// <summary>The instant at which a limit of that much working time ends.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero)
        {
            return from;
        }

        var target = TicksUntil(from) + time.Ticks;
        if (target > ticksBefore[^1])
        {
            throw calendar.OutOfRange($"{time.TotalHours} working hours after {from:O} end later");
        }

        var place = PlaceOf(target);
        var day = calendar.FirstDay.AddDays(place);
        var inDay = target - ticksBefore[place];
        var morning = calendar.IsWorked(day, DayHalf.Morning) ? hours.Morning.Ticks : 0;
        return inDay <= morning
            ? At(day, hours.MorningStart.Add(TimeSpan.FromTicks(inDay)))
            : At(day, hours.AfternoonStart.Add(TimeSpan.FromTicks(inDay - morning)));
    }

    /// <summary>The working time between two instants; zero where the second is not later.</summary>
    public TimeSpan Count(DateTimeOffset from, DateTimeOffset until) => TimeSpan.FromTicks(Math.Max(0, TicksUntil(until) - TicksUntil(from)));

    /// <summary>The first day by whose end so much working time has gone by.</summary>
    private int PlaceOf(long target)
    {
        var (low, high) = (0, ticksBefore.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ticksBefore[middle] >= target ? (low, middle) : (middle + 1, high);
        }

        return low - 1;
    }

    private int HalvesUntil(DateTimeOffset instant)
    {
        var (day, time) = Local(instant);
        return halvesBefore[calendar.Place(day)]
            + (calendar.IsWorked(day, DayHalf.Morning) ? 1 : 0)
            + (time >= hours.MorningEnd && calendar.IsWorked(day, DayHalf.Afternoon) ? 1 : 0);
    }

    private long TicksUntil(DateTimeOffset instant)
    {
        var (day, time) = Local(instant);
        return ticksBefore[calendar.Place(day)]
            + (calendar.IsWorked(day, DayHalf.Morning) ? Within(time, hours.MorningStart, hours.MorningEnd) : 0)
            + (calendar.IsWorked(day, DayHalf.Afternoon) ? Within(time, hours.AfternoonStart, hours.AfternoonEnd) : 0);
    }

    private static long Within(TimeOnly time, TimeOnly start, TimeOnly end) =>
        time <= start ? 0 : (time < end ? time : end).Ticks - start.Ticks;

    private long Length(DayHalf half) => (half is DayHalf.Morning ? hours.Morning : hours.Afternoon).Ticks;

    private (DateOnly Day, TimeOnly Time) Local(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, calendar.TimeZone).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, calendar.TimeZone.GetUtcOffset(local));
    }
}
