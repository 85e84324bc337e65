namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 74.</summary>
internal static class NumberFunctions
{
    private const int SmallestScale = -6111;
    private const int LargestScale = 6176;

    public static readonly BuiltIn[] All =
    [
        Rounding("decimal", (n, scale) => Rounded(n, scale, MidpointRounding.ToEven)),
        new("floor", new Signature((run, a) => ToScale(run, a, Floor), Parameter.Number("n"), Parameter.Number("scale").Optional())),
        new("ceiling", new Signature((run, a) => ToScale(run, a, Ceiling), Parameter.Number("n"), Parameter.Number("scale").Optional())),
        Rounding("round up", Up),
        Rounding("round down", (n, scale) => Rounded(n, scale, MidpointRounding.ToZero)),
        Rounding("round half up", (n, scale) => Rounded(n, scale, MidpointRounding.AwayFromZero)),
        Rounding("round half down", HalfDown),
        new(
            "abs",
            new Signature((_, a) => Math.Abs(a.Number(0)), Parameter.Number("n")),
            new Signature((_, a) => new FeelDuration(Math.Abs(((FeelDuration)a[0]).Seconds)), new Parameter("n", FeelType.Duration)),
            new Signature((_, a) => new FeelMonths(Math.Abs(((FeelMonths)a[0]).Months)), new Parameter("n", FeelType.Months))),
        new("modulo", new Signature(Modulo, Parameter.Number("dividend"), Parameter.Number("divisor"))),
        new("sqrt", new Signature(
            (run, a) => a.Number(0) < 0 ? run.Fail($"Expected a number of at least 0 for a square root, but found {a[0]}.") : Root(a.Number(0)),
            Parameter.Number("number"))),
        new("log", new Signature(
            (run, a) => a.Number(0) <= 0 ? run.Fail($"Expected a number above 0 for a logarithm, but found {a[0]}.") : Powers.OfDouble(run, Math.Log((double)a.Number(0))),
            Parameter.Number("number"))),
        new("exp", new Signature((run, a) => Powers.OfDouble(run, Math.Exp((double)a.Number(0))), Parameter.Number("number"))),
        new("odd", new Signature((_, a) => Math.Abs(a.Number(0) % 2) == 1, Parameter.Number("number"))),
        new("even", new Signature((_, a) => a.Number(0) % 2 == 0, Parameter.Number("number"))),
    ];

    /// <summary>The square root, to the last digits of a decimal.</summary>
    public static decimal Root(decimal number)
    {
        if (number == 0)
        {
            return 0;
        }

        var root = (decimal)Math.Sqrt((double)number);
        root = (root + number / root) / 2;
        return (root + number / root) / 2;
    }

    private static BuiltIn Rounding(string name, Func<decimal, int, decimal> round) =>
        new(name, new Signature((run, a) => ToScale(run, a, round), Parameter.Number("n"), Parameter.Number("scale")));

    private static FeelValue ToScale(Evaluation run, Arguments a, Func<decimal, int, decimal> round)
    {
        var scale = a.Has(1) ? a.Whole(1) : 0;

        if (scale is < SmallestScale or > LargestScale)
        {
            return run.Fail($"Expected a scale from {SmallestScale} to {LargestScale}, but found {scale}.");
        }

        try
        {
            return round(a.Number(0), Math.Clamp(scale, -29, 28));
        }
        catch (OverflowException)
        {
            return Calculation.TooLarge(run);
        }
    }

    private static decimal Floor(decimal n, int scale) => Rounded(n, scale, MidpointRounding.ToNegativeInfinity);

    private static decimal Ceiling(decimal n, int scale) => Rounded(n, scale, MidpointRounding.ToPositiveInfinity);

    private static decimal Up(decimal n, int scale) => n < 0 ? Floor(n, scale) : Ceiling(n, scale);

    private static decimal HalfDown(decimal n, int scale)
    {
        var (down, up) = (Rounded(n, scale, MidpointRounding.ToZero), Up(n, scale));
        return Math.Abs(n - down) > Math.Abs(up - n) ? up : down;
    }

    /// <summary>Rounds to that many places behind the point, or to tens, hundreds and so on for a negative scale.</summary>
    private static decimal Rounded(decimal n, int scale, MidpointRounding mode)
    {
        if (scale >= 0)
        {
            return Math.Round(n, scale, mode);
        }

        var unit = 1m;

        for (var i = scale; i < 0; i++)
        {
            unit *= 10;
        }

        return Math.Round(n / unit, mode) * unit;
    }

    private static FeelValue Modulo(Evaluation run, Arguments a)
    {
        var (dividend, divisor) = (a.Number(0), a.Number(1));

        if (divisor == 0)
        {
            return run.Fail("Expected a divisor other than 0, but found 0.");
        }

        var rest = dividend % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }
}
