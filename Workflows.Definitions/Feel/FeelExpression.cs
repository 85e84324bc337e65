namespace Workflows.Definitions.Feel;

/// <summary>A FEEL expression, parsed once and evaluated often (DMN 1.5 §10.3).</summary>
public sealed class FeelExpression
{
    private FeelExpression(string text, Node node, IReadOnlyCollection<string> names, IReadOnlyCollection<string> paths) =>
        (Text, Node, Names, Paths) = (text, node, names, paths);

    public string Text { get; }

    /// <summary>The variables that the expression reads from its scope, in ordinal order; built-in functions are none.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>The entries of variables that the expression reads, e.g. <c>form.area</c>, in ordinal order; of <c>a.b.c</c> also <c>a.b</c>.</summary>
    public IReadOnlyCollection<string> Paths { get; }

    internal Node Node { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL; line and column tell where.</exception>
    public static FeelExpression Parse(string text) => Parse(text, FeelVocabulary.Empty);

    /// <summary>Parses an expression at a place whose names are known.</summary>
    /// <exception cref="FeelSyntaxException">The text is not FEEL; line and column tell where.</exception>
    public static FeelExpression Parse(string text, FeelVocabulary vocabulary)
    {
        var (node, names, paths) = Parser.Expression(text, vocabulary);
        return new FeelExpression(text, node, names, paths);
    }

    /// <summary>Evaluates against the variables of <paramref name="scope"/>. Never throws for what the data are: an error is null with a warning.</summary>
    public FeelResult Evaluate(FeelContext scope) => Evaluate(scope, null);

    /// <param name="scope">The variables.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> answer; without it they are null with a warning.</param>
    public FeelResult Evaluate(FeelContext scope, DateTimeOffset? now)
    {
        var run = Evaluation.Begin(now);

        try
        {
            return run.End(Node.Evaluate(run, new Scope(scope, null)));
        }
        catch (FeelLimitException limit)
        {
            return run.End(limit);
        }
    }
}

/// <summary>The value, and what went wrong on the way, in sentences for people.</summary>
public readonly record struct FeelResult(FeelValue Value, IReadOnlyList<string> Warnings)
{
    /// <summary>True only for FEEL's <c>true</c>: null and every other value do not meet a condition.</summary>
    public bool IsTrue => ReferenceEquals(Value, FeelBoolean.True);
}

/// <summary>The text is not FEEL.</summary>
/// <param name="message">What was expected and found, and where.</param>
/// <param name="line">1-based.</param>
/// <param name="column">1-based.</param>
public sealed class FeelSyntaxException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
