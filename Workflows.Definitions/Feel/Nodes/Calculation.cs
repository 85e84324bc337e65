namespace Workflows.Definitions.Feel;

/// <summary>Arithmetic on whatever two values (DMN 1.5 §10.3.2.13.4, tables 55 to 58).</summary>
internal static class Calculation
{
    public static FeelValue Of(Evaluation run, char operation, FeelValue a, FeelValue b) => (operation switch
    {
        '+' => Sum(run, a, b),
        '-' => Difference(a, b),
        '*' => Product(a, b),
        '/' => Quotient(a, b),
        _ => null,
    }) ?? run.Fail($"Expected values that {Sign(operation)} can take, but found {FeelType.Of(a)} {FeelText.Brief(a)} and {FeelType.Of(b)} {FeelText.Brief(b)}.");

    public static FeelValue TooLarge(Evaluation run)
    {
        // What the runtime throws costs as much as some thousand steps.
        run.Spend(4_000);
        return run.Fail("Expected a result of at most 28 digits, but it is larger.");
    }

    private static string Sign(char operation) => operation == '^' ? "**" : operation.ToString();

    private static FeelValue? Sum(Evaluation run, FeelValue a, FeelValue b) => (a, b) switch
    {
        (FeelString x, FeelString y) => Concatenated(run, x.Value, y.Value),
        (FeelDuration x, FeelDuration y) => Duration(x.Seconds + y.Seconds),
        (FeelMonths x, FeelMonths y) => Months(x.Months + y.Months),
        (_, FeelDuration y) => Later(a, y.Seconds),
        (FeelDuration x, _) => Later(b, x.Seconds),
        (_, FeelMonths y) => MonthsLater(a, y.Months),
        (FeelMonths x, _) => MonthsLater(b, x.Months),
        _ => null,
    };

    private static FeelValue? Difference(FeelValue a, FeelValue b) => (a, b) switch
    {
        (FeelDuration x, FeelDuration y) => Duration(x.Seconds - y.Seconds),
        (FeelMonths x, FeelMonths y) => Months(x.Months - y.Months),
        (_, FeelDuration y) => Later(a, -y.Seconds),
        (_, FeelMonths y) => MonthsLater(a, -y.Months),
        (FeelDate x, FeelDate y) => Duration((x.DayNumber - y.DayNumber) * 86_400m),
        (FeelTime x, FeelTime y) when x.Zone is null == y.Zone is null => Duration(FeelOrder.Second(x) - FeelOrder.Second(y)),
        (FeelDate or FeelDateTime, FeelDate or FeelDateTime) => Between(Moment(a), Moment(b)),
        _ => null,
    };

    private static FeelValue? Product(FeelValue a, FeelValue b) => (a, b) switch
    {
        (FeelNumber n, FeelDuration d) => Scaled(d.Seconds, n.Value),
        (FeelDuration d, FeelNumber n) => Scaled(d.Seconds, n.Value),
        (FeelNumber n, FeelMonths m) => ScaledMonths(m.Months, n.Value),
        (FeelMonths m, FeelNumber n) => ScaledMonths(m.Months, n.Value),
        _ => null,
    };

    private static FeelValue? Quotient(FeelValue a, FeelValue b) => (a, b) switch
    {
        (FeelDuration d, FeelNumber n) when n.Value != 0 => Scaled(d.Seconds, n.Value, divided: true),
        (FeelMonths m, FeelNumber n) when n.Value != 0 => ScaledMonths(m.Months, n.Value, divided: true),
        (FeelDuration x, FeelDuration y) when y.Seconds != 0 => new FeelNumber(x.Seconds / y.Seconds),
        (FeelMonths x, FeelMonths y) when y.Months != 0 => new FeelNumber((decimal)x.Months / y.Months),
        _ => null,
    };

    private static FeelString Concatenated(Evaluation run, string a, string b)
    {
        run.Reserve(a.Length + b.Length);
        return new FeelString(a + b);
    }

    private static FeelValue? Later(FeelValue value, decimal seconds) => value switch
    {
        FeelDate date => new FeelDateTime(date, new FeelTime(0, 0, 0)).AddSeconds(seconds)?.Date,
        FeelDateTime moment => moment.AddSeconds(seconds),
        FeelTime time => FeelTime.OfNanosecond(time.NanosecondOfDay + (long)(seconds % 86_400 * 1_000_000_000), time.Zone),
        _ => null,
    };

    private static FeelValue? MonthsLater(FeelValue value, long months) => value switch
    {
        FeelDate date => date.AddMonths(months),
        FeelDateTime moment => moment.AddMonths(months),
        _ => null,
    };

    /// <summary>A date among dates and times is midnight UTC (§10.3.2.3.6).</summary>
    private static FeelDateTime Moment(FeelValue value) =>
        value as FeelDateTime ?? new FeelDateTime((FeelDate)value, new FeelTime(0, 0, 0, 0, FeelZone.Utc));

    private static FeelDuration? Between(FeelDateTime a, FeelDateTime b) =>
        a.Time.Zone is null == b.Time.Zone is null ? Duration(a.EpochSecond - b.EpochSecond) : null;

    private static FeelDuration? Duration(decimal seconds) => Math.Abs(seconds) > FeelDuration.Longest ? null : new FeelDuration(seconds);

    private static FeelMonths? Months(long months) => Math.Abs(months) > FeelMonths.Longest ? null : new FeelMonths(months);

    private static FeelDuration? Scaled(decimal seconds, decimal factor, bool divided = false) =>
        Fits((double)seconds, (double)factor, divided, (double)FeelDuration.Longest)
            ? new FeelDuration(Math.Round(divided ? seconds / factor : seconds * factor, 9))
            : null;

    /// <summary>A part of a month is dropped.</summary>
    private static FeelMonths? ScaledMonths(long months, decimal factor, bool divided = false) =>
        Fits(months, (double)factor, divided, FeelMonths.Longest)
            ? new FeelMonths((long)(divided ? months / factor : months * factor))
            : null;

    private static bool Fits(double amount, double factor, bool divided, double longest) =>
        Math.Abs(divided ? amount / factor : amount * factor) <= longest;
}
