using System.Globalization;

namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 70: values of one type out of another.</summary>
internal static class ConversionFunctions
{
    public static readonly BuiltIn[] All =
    [
        new(
            "date",
            new Signature((run, a) => Read(run, a[0], "date", TemporalText.Date, DatePart), new Parameter("from", FeelType.Any)),
            new Signature(DateOfParts, Parameter.Number("year"), Parameter.Number("month"), Parameter.Number("day"))),
        new(
            "time",
            new Signature((run, a) => Read(run, a[0], "time", TemporalText.Time, TimePart), new Parameter("from", FeelType.Any)),
            new Signature(TimeOfParts, Parameter.Number("hour"), Parameter.Number("minute"), Parameter.Number("second"), new Parameter("offset", FeelType.Duration, Arity.Optional))),
        new(
            "date and time",
            new Signature((run, a) => Read(run, a[0], "date and time", TemporalText.DateTime, value => value as FeelDateTime), new Parameter("from", FeelType.Any)),
            new Signature(
                (run, a) => DatePart(a[0]) is { } date ? new FeelDateTime(date, (FeelTime)a[1]) : run.Fail($"Expected a date, but found {FeelText.Brief(a[0])}."),
                new Parameter("date", FeelType.Any),
                new Parameter("time", FeelType.Time)),
            new Signature(
                DateTimeOfParts,
                Parameter.Number("year"),
                Parameter.Number("month"),
                Parameter.Number("day"),
                Parameter.Number("hour"),
                Parameter.Number("minute"),
                Parameter.Number("second"),
                new Parameter("offset", FeelType.Duration, Arity.Optional)),
            new Signature(
                DateTimeInZone,
                Parameter.Number("year"),
                Parameter.Number("month"),
                Parameter.Number("day"),
                Parameter.Number("hour"),
                Parameter.Number("minute"),
                Parameter.Number("second"),
                Parameter.Text("timezone"))),
        new("duration", new Signature((run, a) => TemporalText.Duration(a.Text(0)) ?? Unreadable(run, a[0], "duration"), Parameter.Text("from"))),
        new("years and months duration", new Signature(MonthsBetween, new Parameter("from", FeelType.Any), new Parameter("to", FeelType.Any))),
        new(
            "number",
            new Signature((run, a) => Number(run, a.Text(0), a.Text(0), ".") , Parameter.Text("from")),
            new Signature(Number, Parameter.Text("from"), new Parameter("grouping separator", FeelType.Text, Arity.Nullable), new Parameter("decimal separator", FeelType.Text, Arity.Nullable))),
        new("string", new Signature(Text, Parameter.Any("from"))),
        new("range", new Signature(Range, Parameter.Text("from"))),
    ];

    private static FeelValue Read<T>(Evaluation run, FeelValue value, string type, Func<string, T?> read, Func<FeelValue, T?> convert)
        where T : FeelValue
    {
        // The name of a zone is looked up in the machine's database.
        run.Spend(value is FeelString { Value: var zoned } && zoned.Contains('@', StringComparison.Ordinal) ? 500 : 10);
        return (value is FeelString text ? read(text.Value) : convert(value)) ?? Unreadable(run, value, type);
    }

    private static FeelValue Unreadable(Evaluation run, FeelValue value, string type) =>
        run.Fail($"Expected a {type}, but found {FeelText.Brief(value)}.");

    private static FeelDate? DatePart(FeelValue value) => value as FeelDate ?? (value as FeelDateTime)?.Date;

    private static FeelTime? TimePart(FeelValue value) => value switch
    {
        FeelTime time => time,
        FeelDateTime moment => moment.Time,
        FeelDate => new FeelTime(0, 0, 0, 0, FeelZone.Utc),
        _ => null,
    };

    private static FeelValue DateOfParts(Evaluation run, Arguments a) =>
        FeelDate.Exists(a.Whole(0), a.Whole(1), a.Whole(2))
            ? new FeelDate(a.Whole(0), a.Whole(1), a.Whole(2))
            : run.Fail($"Expected a date that exists, but found year {a[0]}, month {a[1]}, day {a[2]}.");

    private static FeelValue TimeOfParts(Evaluation run, Arguments a) =>
        Zone(a, 3, out var zone) && Time(a, 0, zone) is { } time ? time
            : run.Fail($"Expected a time of day, but found hour {a[0]}, minute {a[1]}, second {a[2]}.");

    private static FeelValue DateTimeOfParts(Evaluation run, Arguments a) =>
        Zone(a, 6, out var zone) ? Moment(run, a, zone) : run.Fail($"Expected an offset of at most 14 hours, but found {FeelText.Brief(a[6])}.");

    private static FeelValue DateTimeInZone(Evaluation run, Arguments a) =>
        FeelZone.Named(a.Text(6)) is { } zone ? Moment(run, a, zone) : run.Fail($"Expected the name of a time zone, but found {FeelText.Brief(a[6])}.");

    private static FeelValue Moment(Evaluation run, Arguments a, FeelZone? zone) =>
        DateOfParts(run, a) is FeelDate date && Time(a, 3, zone) is { } time ? new FeelDateTime(date, time)
            : run.Fail("Expected a date and a time of day that exist, but one of them does not.");

    private static bool Zone(Arguments a, int index, out FeelZone? zone)
    {
        zone = a.Has(index) ? FeelZone.OfOffset((int)Math.Clamp(((FeelDuration)a[index]).Seconds, int.MinValue, int.MaxValue)) : null;
        return zone is not null || !a.Has(index);
    }

    private static FeelTime? Time(Arguments a, int first, FeelZone? zone)
    {
        var second = Math.Clamp(a.Number(first + 2), -1, 60);
        return FeelTime.Exists(a.Whole(first), a.Whole(first + 1), (int)Math.Floor(second))
            ? new FeelTime(a.Whole(first), a.Whole(first + 1), (int)second, (int)(second % 1 * 1_000_000_000), zone)
            : null;
    }

    private static FeelValue MonthsBetween(Evaluation run, Arguments a)
    {
        if (DatePart(a[0]) is not { } from || DatePart(a[1]) is not { } to)
        {
            return run.Fail($"Expected two dates, but found {FeelText.Brief(a[0])} and {FeelText.Brief(a[1])}.");
        }

        var months = (to.Year - (long)from.Year) * 12 + to.Month - from.Month;
        return new FeelMonths(months > 0 && to.Day < from.Day ? months - 1 : months < 0 && to.Day > from.Day ? months + 1 : months);
    }

    private static FeelValue Number(Evaluation run, Arguments a)
    {
        var grouping = a.Has(1) ? a.Text(1) : "";
        var point = a.Has(2) ? a.Text(2) : ".";

        return grouping is "" or " " or "," or "." && point is "," or "." && grouping != point
            ? Number(run, a.Text(0), grouping.Length == 0 ? a.Text(0) : a.Text(0).Replace(grouping, "", StringComparison.Ordinal), point)
            : run.Fail($"Expected ' ', ',' or '.' between groups and another of ',' and '.' as decimal point, but found {FeelText.Brief(grouping)} and {FeelText.Brief(point)}.");
    }

    private static FeelValue Number(Evaluation run, string text, string ungrouped, string point)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !(point == "," && ungrouped.Contains('.', StringComparison.Ordinal))
            && decimal.TryParse(ungrouped.Replace(point, ".", StringComparison.Ordinal), Plain, CultureInfo.InvariantCulture, out var number)
                ? number
                : run.Fail($"Expected a number, but found {FeelText.Brief(text)}.");
    }

    private static FeelValue Text(Evaluation run, Arguments a)
    {
        if (a[0] is FeelNull)
        {
            return FeelValue.Null;
        }

        run.Spend(a[0].Extent.Weight);
        return FeelText.Plain(a[0]);
    }

    /// <summary>Only literals may stand at the ends: the text comes from data.</summary>
    private static FeelValue Range(Evaluation run, Arguments a)
    {
        run.Spend(100);
        return RangeText.Read(a.Text(0)) ?? run.Fail($"Expected the text of a range, but found {FeelText.Brief(a[0])}.");
    }
}
