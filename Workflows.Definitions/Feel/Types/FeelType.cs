namespace Workflows.Definitions.Feel;

/// <summary>A type of FEEL (DMN 1.5 §10.3.2.9): what <c>instance of</c> asks and what parameters and item definitions demand.</summary>
public abstract record FeelType
{
    public static readonly FeelType Any = new AnyType();
    public static readonly FeelType Null = new SimpleType<FeelNull>("Null");
    public static readonly FeelType Number = new SimpleType<FeelNumber>("number");
    public static readonly FeelType Text = new SimpleType<FeelString>("string");
    public static readonly FeelType Boolean = new SimpleType<FeelBoolean>("boolean");
    public static readonly FeelType Date = new SimpleType<FeelDate>("date");
    public static readonly FeelType Time = new SimpleType<FeelTime>("time");
    public static readonly FeelType DateTime = new SimpleType<FeelDateTime>("date and time");
    public static readonly FeelType Duration = new SimpleType<FeelDuration>("days and time duration");
    public static readonly FeelType Months = new SimpleType<FeelMonths>("years and months duration");
    public static readonly FeelType AnyList = new ListType(Any);
    public static readonly FeelType AnyRange = new RangeType(Any);
    public static readonly FeelType AnyContext = new ContextType([]);
    public static readonly FeelType AnyFunction = new FunctionType(null, Any);

    /// <summary>The built-in types by the names that FEEL and DMN's type references give them.</summary>
    public static readonly IReadOnlyDictionary<string, FeelType> BuiltIn = new Dictionary<string, FeelType>(StringComparer.Ordinal)
    {
        ["Any"] = Any,
        ["Null"] = Null,
        ["number"] = Number,
        ["string"] = Text,
        ["boolean"] = Boolean,
        ["date"] = Date,
        ["time"] = Time,
        ["date and time"] = DateTime,
        ["dateTime"] = DateTime,
        ["days and time duration"] = Duration,
        ["dayTimeDuration"] = Duration,
        ["years and months duration"] = Months,
        ["yearMonthDuration"] = Months,
        ["list"] = AnyList,
        ["context"] = AnyContext,
        ["range"] = AnyRange,
        ["function"] = AnyFunction,
    };

    public abstract string Name { get; }

    /// <summary>Whether the value is of this type. Null is of every type here; <c>instance of</c> asks for more.</summary>
    internal abstract bool Includes(FeelValue value, Evaluation run);

    /// <summary>The value as this type demands it: itself, a singleton list's item, a list of the item, midnight of a date; null where none fits (§10.3.2.9.4).</summary>
    internal virtual FeelValue? Conform(FeelValue value, Evaluation run) => Includes(value, run) ? value
        : value is FeelList { Count: 1 } list && Includes(list.Items[0], run) ? list.Items[0]
        : this == DateTime && value is FeelDate date ? new FeelDateTime(date, new FeelTime(0, 0, 0, 0, FeelZone.Utc))
        : null;

    /// <summary>The type itself, for one that is only a name for another.</summary>
    internal virtual FeelType Resolved() => this;

    /// <summary>The type that a value has.</summary>
    public static FeelType Of(FeelValue value) => value switch
    {
        FeelNumber => Number,
        FeelString => Text,
        FeelBoolean => Boolean,
        FeelDate => Date,
        FeelTime => Time,
        FeelDateTime => DateTime,
        FeelDuration => Duration,
        FeelMonths => Months,
        FeelList => AnyList,
        FeelContext => AnyContext,
        FeelRange => AnyRange,
        FeelFunction => AnyFunction,
        _ => Null,
    };

    public sealed override string ToString() => Name;
}
