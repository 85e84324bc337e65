using Workflows.Definitions.Calendars;

namespace Workflows.Definitions.Feel;

/// <summary>Working days in expressions: a context of functions over one region's calendar, to be put into the scope under <see cref="Name"/>.</summary>
/// <remarks>
/// <c>calendar.add working days(date, days)</c>, <c>calendar.count working days(from, until)</c>,
/// <c>calendar.is working day(date)</c> and <c>calendar.natural due(date, days)</c> count as <see cref="WorkingDayCalendar"/> does:
/// the first day is not counted, the last is. A date and time with a zone is the day in the calendar's own zone. A day
/// that the calendar does not know is null with a warning.
/// </remarks>
public static class FeelCalendar
{
    public const string Name = "calendar";

    /// <summary>The names of the functions.</summary>
    public static readonly IReadOnlyList<string> Functions = ["add working days", "natural due", "count working days", "is working day"];

    public static FeelContext Of(WorkingDayCalendar calendar) => new(new Dictionary<string, FeelValue>
    {
        ["add working days"] = Counting("add working days", calendar, calendar.AddWorkingDays),
        ["natural due"] = Counting("natural due", calendar, calendar.NaturalDue),
        ["count working days"] = new BuiltIn("count working days", new Signature(
            (run, a) => Day(run, calendar, a[0]) is { } from && Day(run, calendar, a[1]) is { } until
                ? Asked(run, () => calendar.CountWorkingDays(from, until))
                : FeelValue.Null,
            new Parameter("from", FeelType.Any),
            new Parameter("until", FeelType.Any))),
        ["is working day"] = new BuiltIn("is working day", new Signature(
            (run, a) => Day(run, calendar, a[0]) is { } date ? Asked(run, () => calendar.IsWorkingDay(date)) : FeelValue.Null,
            new Parameter("date", FeelType.Any))),
    });

    private static BuiltIn Counting(string name, WorkingDayCalendar calendar, Func<DateOnly, int, DateOnly> count) => new(name, new Signature(
        (run, a) =>
        {
            if (Day(run, calendar, a[0]) is not { } from)
            {
                return FeelValue.Null;
            }

            return a.Number(1) >= 0 && decimal.IsInteger(a.Number(1))
                ? Asked(run, () => count(from, a.Whole(1)))
                : run.Fail($"Expected a whole number of days of at least 0, but found {a[1]}.");
        },
        new Parameter("date", FeelType.Any),
        Parameter.Number("days")));

    private static DateOnly? Day(Evaluation run, WorkingDayCalendar calendar, FeelValue value)
    {
        var day = value switch
        {
            FeelDate date => date.ToDateOnly(),
            FeelDateTime moment when moment.ToInstant() is { } instant => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, calendar.TimeZone).DateTime),
            FeelDateTime moment => moment.Date.ToDateOnly(),
            _ => null,
        };

        if (day is null)
        {
            run.Fail($"Expected a date of the years 1 to 9999, but found {FeelText.Brief(value)}.");
        }

        return day;
    }

    private static FeelValue Asked(Evaluation run, Func<FeelValue> question)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is CalendarRangeException or ArgumentOutOfRangeException)
        {
            run.Spend(4_000);
            return run.Fail(e.Message);
        }
    }
}
