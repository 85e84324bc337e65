namespace Workflows.Definitions.Feel;

/// <summary><c>**</c>: exact for whole exponents, to 15 digits for others.</summary>
internal static class Powers
{
    private const int LargestWhole = 100_000;

    /// <exception cref="OverflowException">The result does not fit.</exception>
    public static FeelValue Power(Evaluation run, decimal a, decimal exponent)
    {
        if (a == 0 && exponent < 0)
        {
            return run.Fail("Expected a base other than 0 for a negative exponent, but found 0.");
        }

        if (decimal.Truncate(exponent) != exponent || Math.Abs(exponent) > LargestWhole)
        {
            return OfDouble(run, Math.Pow((double)a, (double)exponent));
        }

        // A base below 1 would lose its digits on the way: its inverse keeps them.
        var whole = (int)Math.Abs(exponent);
        return exponent >= 0 ? new FeelNumber(Raised(a, whole))
            : Math.Abs(a) < 1 ? new FeelNumber(Raised(1 / a, whole))
            : new FeelNumber(1 / Raised(a, whole));
    }

    /// <summary>The nearest number of 15 digits; null where there is none.</summary>
    public static FeelValue OfDouble(Evaluation run, double value) =>
        double.IsFinite(value) && Math.Abs(value) < 7.9e28
            ? new FeelNumber((decimal)value)
            : run.Fail("Expected a result that is a number of at most 28 digits, but there is none.");

    private static decimal Raised(decimal a, int exponent)
    {
        var result = 1m;

        for (var factor = a; ; factor *= factor)
        {
            if ((exponent & 1) == 1)
            {
                result *= factor;
            }

            if ((exponent >>= 1) == 0)
            {
                return result;
            }
        }
    }
}
