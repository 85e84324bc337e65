namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 73, the functions that make one value of a list. The list may be given as separate values.</summary>
internal static class AggregateFunctions
{
    public static readonly BuiltIn[] All =
    [
        new("min", new Signature((run, a) => Extreme(run, a.List(0), -1), Parameter.Spread("list"))),
        new("max", new Signature((run, a) => Extreme(run, a.List(0), 1), Parameter.Spread("list"))),
        OfNumbers("sum", (_, numbers) => Sum(numbers)),
        OfNumbers("mean", (_, numbers) => Sum(numbers) / numbers.Length),
        OfNumbers("product", (_, numbers) => numbers.Aggregate(1m, (product, number) => product * number)),
        OfNumbers("median", (_, numbers) => Median(numbers)),
        OfNumbers("stddev", Deviation),
        new("mode", new Signature(Mode, Parameter.Spread("list"))),
        new("all", new Signature((run, a) => Quantified(run, a.List(0), FeelBoolean.False), Parameter.Spread("list"))),
        new("any", new Signature((run, a) => Quantified(run, a.List(0), FeelBoolean.True), Parameter.Spread("list"))),
    ];

    /// <summary>The smallest (sign -1) or largest (sign 1) value; null for an empty list.</summary>
    public static FeelValue Extreme(Evaluation run, FeelList list, int sign)
    {
        run.Weigh(list);
        FeelValue? extreme = null;

        foreach (var item in list)
        {
            var order = extreme is null ? FeelOrder.Compare(item, item) : FeelOrder.Compare(item, extreme);

            if (order is null)
            {
                return run.Fail($"Expected values that can be compared, but found {FeelText.Brief(item)}.");
            }

            extreme = extreme is null || order * sign > 0 ? item : extreme;
        }

        return extreme ?? FeelValue.Null;
    }

    public static FeelValue Sum(Evaluation run, FeelList list) => Computed(run, list, (_, numbers) => Sum(numbers));

    private static BuiltIn OfNumbers(string name, Func<Evaluation, decimal[], FeelValue> body) =>
        new(name, new Signature((run, a) => Computed(run, a.List(0), body), Parameter.Spread("list")));

    private static FeelValue Computed(Evaluation run, FeelList list, Func<Evaluation, decimal[], FeelValue> body)
    {
        if (Numbers(run, list) is not { Length: > 0 } numbers)
        {
            return FeelValue.Null;
        }

        try
        {
            return body(run, numbers);
        }
        catch (OverflowException)
        {
            return Calculation.TooLarge(run);
        }
    }

    private static decimal[]? Numbers(Evaluation run, FeelList list)
    {
        run.Spend(list.Count);
        var numbers = new decimal[list.Count];

        for (var i = 0; i < numbers.Length; i++)
        {
            if (list.Items[i] is not FeelNumber number)
            {
                run.Fail($"Expected a list of numbers, but found {FeelText.Brief(list.Items[i])} in it.");
                return null;
            }

            numbers[i] = number.Value;
        }

        return numbers;
    }

    private static decimal Sum(decimal[] numbers) => numbers.Aggregate(0m, (sum, number) => sum + number);

    private static decimal Median(decimal[] numbers)
    {
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    /// <summary>The deviation of a sample.</summary>
    private static FeelValue Deviation(Evaluation run, decimal[] numbers)
    {
        if (numbers.Length < 2)
        {
            return run.Fail("Expected at least two numbers for a deviation, but found one.");
        }

        var mean = Sum(numbers) / numbers.Length;
        var squares = numbers.Aggregate(0m, (sum, number) => sum + (number - mean) * (number - mean));
        return NumberFunctions.Root(squares / (numbers.Length - 1));
    }

    private static FeelValue Mode(Evaluation run, Arguments a)
    {
        if (Numbers(run, a.List(0)) is not { } numbers)
        {
            return FeelValue.Null;
        }

        var groups = numbers.GroupBy(number => number).ToList();
        var most = groups.Select(group => group.Count()).DefaultIfEmpty(0).Max();
        return FeelList.Over([.. groups.Where(group => group.Count() == most).Select(group => group.Key).Order().Select(number => (FeelValue)number)]);
    }

    /// <summary>The deciding value if any item is it; null if any item is neither true nor false; else the other value.</summary>
    private static FeelValue Quantified(Evaluation run, FeelList list, FeelBoolean deciding)
    {
        run.Spend(list.Count);

        if (list.Any(item => ReferenceEquals(item, deciding)))
        {
            return deciding;
        }

        return list.All(item => item is FeelBoolean) ? FeelBoolean.Of(!deciding.Value) : FeelValue.Null;
    }
}
