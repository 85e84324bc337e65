namespace Workflows.Definitions.Checks;

/// <summary>What a rule found in a definition, and where.</summary>
/// <param name="Line">1-based; 0 where the finding belongs to the file as a whole.</param>
/// <param name="CounterExample">For a finding of behaviour: the ids of the elements that are passed, in order, until it happens.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    string Source,
    int Line,
    string? ElementId,
    string Message,
    IReadOnlyList<string>? CounterExample = null)
{
    /// <summary>1-based; 0 where unknown.</summary>
    public int Column { get; init; }
}

/// <summary>What a finding means for publishing.</summary>
public enum Severity
{
    /// <summary>The definition cannot be published.</summary>
    Error,

    /// <summary>The definition can be published, but a reader or an officer will stumble.</summary>
    Warning,
}
