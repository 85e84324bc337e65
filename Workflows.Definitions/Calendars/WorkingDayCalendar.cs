using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Definitions.Calendars;

/// <summary>The working days of a region: Monday to Friday, less the published holidays, plus the published make-up working days.</summary>
/// <remarks>
/// The days after the last notice follow plain weekends for <see cref="ProvisionalYears"/> years; they are provisional.
/// Every question is answered from a table, whatever the distance. A question about a day outside
/// <see cref="FirstDay"/>–<see cref="LastDay"/> throws <see cref="CalendarRangeException"/>.
/// </remarks>
public sealed class WorkingDayCalendar
{
    /// <summary>How far behind the last notice the calendar answers, by plain weekends.</summary>
    public const int ProvisionalYears = 5;

    // The notices for 2007, 2008, 2012, 2019 and 2023 moved days of the December before; none before the 29th.
    private const int LastSettledDayOfDecember = 28;

    private readonly FrozenDictionary<DateOnly, PublishedDay> published;

    /// <summary>At each day's place: the working days from <see cref="FirstDay"/> up to and including it.</summary>
    private readonly int[] workingDaysUntil;

    private readonly DateOnly[] workingDays;

    /// <summary>Makes the calendar of <paramref name="years"/>, which follow each other without a gap and name no day twice.</summary>
    /// <param name="hours">The working hours; the usual ones where nothing is said.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public WorkingDayCalendar(string region, IEnumerable<CalendarYear> years, WorkingHours? hours = null)
        : this(region, null, null, Ordered(years), hours ?? WorkingHours.Usual)
    {
    }

    /// <summary>A calendar that follows another but for the days and hours that it names itself: a region's or a department's own.</summary>
    /// <param name="department">The department's code, or null for all of the region.</param>
    internal static WorkingDayCalendar Following(string region, WorkingDayCalendar followed, string? department, IReadOnlyList<CalendarYear> own, WorkingHours? hours) =>
        new(region, followed, department, own, hours ?? followed.Time.Hours);

    private WorkingDayCalendar(string region, WorkingDayCalendar? followed, string? department, IReadOnlyList<CalendarYear> own, WorkingHours hours)
    {
        (Region, Followed, Department) = (region, followed?.Region, department);
        var first = followed?.FirstDay.Year ?? own[0].Year;
        var last = followed?.CoveredUntil.Year ?? own[^1].Year;
        FirstDay = new DateOnly(first, 1, 1);
        CoveredUntil = new DateOnly(last, 12, 31);
        LastDay = CoveredUntil.AddYears(ProvisionalYears);
        var days = followed?.published.ToDictionary() ?? [];
        foreach (var day in own.SelectMany(year => year.Days))
        {
            days[day.On] = day;
        }

        published = days.ToFrozenDictionary();
        workingDays = [.. EachDay().Where(IsWorkingByRule)];
        workingDaysUntil = Accumulate();
        Time = new WorkingTime(this, hours);
        Version = Fingerprint(published.Values.OrderBy(day => day.On), hours);
    }

    public string Region { get; }

    /// <summary>The region whose days it follows where it names none of its own, or null.</summary>
    public string? Followed { get; }

    /// <summary>The department whose own calendar it is, or null where it is the region's.</summary>
    public string? Department { get; }

    /// <summary>Its half days and hours.</summary>
    public WorkingTime Time { get; }

    /// <summary>Changes whenever a published day, the working hours or the covered years change, e.g. <c>cn-2026-3f2a91c04b77</c>.</summary>
    public string Version { get; }

    /// <summary>The region's time zone: a day is a day there.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    /// <summary>The last day of the last year that has a notice.</summary>
    public DateOnly CoveredUntil { get; }

    /// <summary>True where a notice to come may still change whether the days up to <paramref name="due"/> count.</summary>
    /// <remarks>This begins a little before <see cref="CoveredUntil"/>: New Year's notice sometimes moves the last days of December.</remarks>
    public bool IsProvisional(DateOnly due) => due > new DateOnly(CoveredUntil.Year, 12, LastSettledDayOfDecember);

    public bool IsWorkingDay(DateOnly date)
    {
        var place = Place(date);
        return workingDaysUntil[place] > (place == 0 ? 0 : workingDaysUntil[place - 1]);
    }

    /// <summary>Why <paramref name="date"/> counts or does not.</summary>
    public DayKind Kind(DateOnly date)
    {
        _ = Place(date);
        var notice = published.GetValueOrDefault(date);
        var reason = notice switch
        {
            { Off: not null } => DayReason.HalfDay,
            // A region may work on a weekday on which the others have their holiday.
            { IsWorking: true } => IsWeekend(date) ? DayReason.MakeUpDay : DayReason.Weekday,
            { IsWorking: false } => DayReason.Holiday,
            null => IsWeekend(date) ? DayReason.Weekend : DayReason.Weekday,
        };
        return new DayKind(reason, notice, IsProvisional(date));
    }

    /// <summary>The last day of a limit of <paramref name="days"/> working days; <paramref name="from"/> itself is not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0)
        {
            return from;
        }

        var index = workingDaysUntil[Place(from)] + days - 1;
        return index < workingDays.Length ? workingDays[index] : throw OutOfRange($"{days} working days after {from:O} end later");
    }

    /// <summary>The working days after <paramref name="from"/> up to and including <paramref name="until"/>; 0 where <paramref name="until"/> is not later.</summary>
    public int CountWorkingDays(DateOnly from, DateOnly until) =>
        Math.Max(0, workingDaysUntil[Place(until)] - workingDaysUntil[Place(from)]);

    /// <summary>
    /// The last day of a limit of <paramref name="days"/> natural days; <paramref name="from"/> itself is not counted, and a limit that
    /// ends on a day off ends on the next working day (民法典 201, 203).
    /// </summary>
    public DateOnly NaturalDue(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var end = from.AddDays(days);
        return IsWorkingDay(end) ? end : AddWorkingDays(end, 1);
    }

    /// <summary>True where people work in that half of the day.</summary>
    internal bool IsWorked(DateOnly date, DayHalf half) => IsWorkingDay(date) && !(published.TryGetValue(date, out var day) && day.Off == half);

    internal int Place(DateOnly date) => date >= FirstDay && date <= LastDay
        ? date.DayNumber - FirstDay.DayNumber
        : throw OutOfRange($"the question is about {date:O}");

    internal CalendarRangeException OutOfRange(string asked) => new(Region, FirstDay, LastDay, asked);

    private static CalendarYear[] Ordered(IEnumerable<CalendarYear> years)
    {
        var ordered = years.OrderBy(year => year.Year).ToArray();
        if (ordered.Length == 0 || ordered[^1].Year - ordered[0].Year + 1 != ordered.Length)
        {
            throw new ArgumentException("Expected one notice for each of at least one year without a gap, but got "
                + $"[{string.Join(", ", ordered.Select(year => year.Year))}].", nameof(years));
        }

        return ordered.SelectMany(year => year.Days).CountBy(day => day.On).FirstOrDefault(day => day.Value > 1) is { Value: > 1 } twice
            ? throw new ArgumentException($"Expected each day once, but {twice.Key:O} is named {twice.Value} times.", nameof(years))
            : ordered;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private bool IsWorkingByRule(DateOnly date) =>
        published.TryGetValue(date, out var day) ? day.IsWorking : !IsWeekend(date);

    private IEnumerable<DateOnly> EachDay() =>
        Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber);

    private int[] Accumulate()
    {
        var counts = new int[LastDay.DayNumber - FirstDay.DayNumber + 1];
        foreach (var day in workingDays)
        {
            counts[day.DayNumber - FirstDay.DayNumber] = 1;
        }

        for (var place = 1; place < counts.Length; place++)
        {
            counts[place] += counts[place - 1];
        }

        return counts;
    }

    private string Fingerprint(IEnumerable<PublishedDay> named, WorkingHours hours)
    {
        var days = named.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.On:O}{(day.IsWorking ? '+' : '-')}{day.Off}{day.Holiday}"));
        var daily = hours == WorkingHours.Usual ? "" : hours.ToString();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{FirstDay.Year}\n{string.Join('\n', days)}{daily}"));
        return $"{Region}-{CoveredUntil.Year}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }
}
