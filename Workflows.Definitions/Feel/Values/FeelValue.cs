namespace Workflows.Definitions.Feel;

/// <summary>A value of FEEL (DMN 1.5 §10.3.2): immutable, compared by value.</summary>
/// <remarks>C#'s equality is structural: FEEL's own <c>=</c>, which also answers null, is <see cref="FeelEquality"/>.</remarks>
public abstract record FeelValue
{
    public static FeelValue Null => FeelNull.Instance;

    internal virtual Extent Extent => Extent.Scalar;

    public static implicit operator FeelValue(string? value) => value is null ? Null : new FeelString(value);

    public static implicit operator FeelValue(decimal value) => new FeelNumber(value);

    public static implicit operator FeelValue(int value) => new FeelNumber(value);

    public static implicit operator FeelValue(bool value) => FeelBoolean.Of(value);

    public static implicit operator FeelValue(DateOnly value) => new FeelDate(value.Year, value.Month, value.Day);

    /// <summary>The value as FEEL would write it, strings in quotation marks.</summary>
    public sealed override string ToString() => FeelText.Literal(this);
}

public sealed record FeelNull : FeelValue
{
    public static readonly FeelNull Instance = new();

    private FeelNull()
    {
    }
}

public sealed record FeelBoolean : FeelValue
{
    public static readonly FeelBoolean True = new(true);
    public static readonly FeelBoolean False = new(false);

    private FeelBoolean(bool value) => Value = value;

    public bool Value { get; }

    public static FeelBoolean Of(bool value) => value ? True : False;
}

public sealed record FeelNumber(decimal Value) : FeelValue;

public sealed record FeelString(string Value) : FeelValue
{
    internal override Extent Extent => Extent.OfText(Value);
}
