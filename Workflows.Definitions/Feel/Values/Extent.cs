namespace Workflows.Definitions.Feel;

/// <summary>How large a value is: what walking through it will cost, known before anybody walks.</summary>
/// <param name="Depth">Lists and contexts within each other: 0 for a scalar.</param>
/// <param name="Weight">Values within it and itself; one that is shared counts each time, because a walk meets it each time.</param>
internal readonly record struct Extent(int Depth, int Weight)
{
    public static readonly Extent Scalar = new(0, 1);

    public static Extent OfText(string text) => new(0, 1 + text.Length / 64);

    /// <summary>The extent of a list or context that holds the values.</summary>
    /// <exception cref="FeelLimitException">It would be deeper or heavier than <see cref="FeelLimits"/> allows.</exception>
    public static Extent Around(params ReadOnlySpan<FeelValue> values)
    {
        var extent = new Extent(1, 1);

        foreach (var value in values)
        {
            extent = extent.And(value);
        }

        return extent;
    }

    /// <summary>The extent with one more value inside.</summary>
    public Extent And(FeelValue value)
    {
        var inner = value.Extent;
        var (depth, weight) = (Math.Max(Depth, inner.Depth + 1), Weight + inner.Weight);

        if (depth > FeelLimits.ValueDepth)
        {
            throw new FeelLimitException($"Expected values nested at most {FeelLimits.ValueDepth} deep, but they are deeper.");
        }

        return weight <= FeelLimits.ValueWeight ? new Extent(depth, weight)
            : throw new FeelLimitException($"Expected a value of at most {FeelLimits.ValueWeight} parts, but it has more.");
    }
}
