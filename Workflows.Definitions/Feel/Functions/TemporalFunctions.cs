using System.Globalization;

namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 tables 76 and 79: the calendar of a date, and the present.</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly BuiltIn[] All =
    [
        OfDate("day of year", date => date.DayOfYear),
        OfDate("day of week", date => Weekdays[date.Weekday - 1]),
        OfDate("month of year", date => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)),
        OfDate("week of year", date => WeekOfYear(date)),
        new("now", new Signature((run, _) => run.Now is { } now ? FeelDateTime.Of(now) : NoPresent(run))),
        new("today", new Signature((run, _) => run.Now is { } now ? FeelDate.Of(DateOnly.FromDateTime(now.DateTime)) : NoPresent(run))),
    ];

    private static BuiltIn OfDate(string name, Func<FeelDate, FeelValue> property) => new(name, new Signature(
        (run, a) => a[0] switch
        {
            FeelDate date => property(date),
            FeelDateTime moment => property(moment.Date),
            var other => run.Fail($"Expected a date for {name}, but found {FeelText.Brief(other)}."),
        },
        new Parameter("date", FeelType.Any)));

    /// <summary>ISO 8601: the week belongs to the year of its Thursday.</summary>
    private static int WeekOfYear(FeelDate date)
    {
        var thursday = date.AddDays(4 - date.Weekday) ?? date;
        return (thursday.DayOfYear - 1) / 7 + 1;
    }

    private static FeelValue NoPresent(Evaluation run) => run.Fail("Expected to be told the present instant, but the evaluation was not.");
}
