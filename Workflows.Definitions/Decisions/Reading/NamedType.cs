using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>A type by its name in the file, which may be used before it is defined, and within itself.</summary>
internal sealed record NamedType(string TypeName) : FeelType
{
    public override string Name => TypeName;

    public FeelType Target { get; set; } = Any;

    public bool Equals(NamedType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => TypeName.GetHashCode(StringComparison.Ordinal);

    internal override FeelType Resolved() => Target.Resolved();

    internal override bool Includes(FeelValue value, Evaluation run) => Target.Includes(value, run);

    internal override FeelValue? Conform(FeelValue value, Evaluation run) => Target.Conform(value, run);
}

/// <summary>A type whose values have to pass tests.</summary>
internal sealed record ConstrainedType(FeelType Target, TestsNode Allowed) : FeelType
{
    public override string Name => $"{Target.Name} of the allowed values";

    internal override bool Includes(FeelValue value, Evaluation run) => Target.Includes(value, run) && IsAllowed(value, run);

    internal override FeelValue? Conform(FeelValue value, Evaluation run) =>
        Target.Conform(value, run) is { } conformed && IsAllowed(conformed, run) ? conformed : null;

    private bool IsAllowed(FeelValue value, Evaluation run)
    {
        run.Spend(Allowed.Size);
        return value is FeelNull || ReferenceEquals(Allowed.Test(run, new Scope(FeelContext.Empty, new Local(value, null)), value), FeelBoolean.True);
    }
}
