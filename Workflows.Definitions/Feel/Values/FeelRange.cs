namespace Workflows.Definitions.Feel;

/// <summary>How a range was written: <c>[a..b]</c>, or one comparison such as <c>(&lt; b)</c>.</summary>
public enum RangeForm
{
    Interval,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// <summary>A range of values (DMN 1.5 §10.3.2.7).</summary>
/// <remarks>
/// A missing bound is null. The form belongs to the value: <c>(&lt; 10)</c> does not equal <c>(null..10)</c>. The forms Equal and
/// NotEqual hold their one value in <see cref="End"/> and have no <see cref="Start"/>.
/// </remarks>
public sealed record FeelRange(RangeForm Form, FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded) : FeelValue
{
    internal override Extent Extent => Extent.Around(Start, End);

    public static FeelRange Interval(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded) =>
        new(RangeForm.Interval, start, startIncluded, end, endIncluded);

    public static FeelRange Of(RangeForm form, FeelValue bound) => form switch
    {
        RangeForm.Less => new(form, Null, false, bound, false),
        RangeForm.LessOrEqual => new(form, Null, false, bound, true),
        RangeForm.Greater => new(form, bound, false, Null, false),
        RangeForm.GreaterOrEqual => new(form, bound, true, Null, false),
        _ => new(form, Null, false, bound, false),
    };

    /// <summary>Whether the value lies within; null where it cannot be compared with the bounds.</summary>
    public bool? Contains(FeelValue value)
    {
        if (Form is RangeForm.Equal or RangeForm.NotEqual)
        {
            return FeelEquality.Equal(value, End) is { } equal ? equal == (Form is RangeForm.Equal) : null;
        }

        if (Form is RangeForm.Interval && (Start is FeelNull || End is FeelNull))
        {
            return null;
        }

        var above = Start is FeelNull ? true : FeelOrder.Compare(value, Start) is { } low ? low > 0 || (StartIncluded && low == 0) : (bool?)null;
        var below = End is FeelNull ? true : FeelOrder.Compare(value, End) is { } high ? high < 0 || (EndIncluded && high == 0) : (bool?)null;
        return above is null || below is null ? null : above.Value && below.Value;
    }
}
