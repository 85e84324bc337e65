using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>The text of a step with holes: a Cucumber expression, or a regular expression where it begins with <c>^</c>.</summary>
/// <remarks>Of Cucumber expressions only parameters are known; where text is optional or has alternatives, write a regular expression.</remarks>
public sealed partial class StepExpression
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["int"] = @"(-?\d+)",
        ["decimal"] = @"(-?\d+(?:\.\d+)?)",
        ["string"] = "[\"“「]([^\"”」]*)[\"”」]",
        ["word"] = @"([^\s]+?)",
        ["date"] = @"(\d{4}-\d{2}-\d{2})",
    };

    private readonly Regex pattern;

    public StepExpression(string text)
    {
        Text = text;
        pattern = new Regex(text.StartsWith('^') ? text : $"^{Compile(text)}$", RegexOptions.CultureInvariant);
    }

    public string Text { get; }

    /// <summary>The captured texts in order, or null where the step is another one.</summary>
    public IReadOnlyList<string>? Match(string step)
    {
        var match = pattern.Match(step);
        return match.Success ? [.. match.Groups.Cast<Group>().Skip(1).Select(group => group.Value)] : null;
    }

    /// <summary>A captured text as the type that the step's method takes.</summary>
    public static object Convert(string captured, Type type) => type switch
    {
        _ when type == typeof(string) => captured,
        _ when type == typeof(int) => int.Parse(captured, CultureInfo.InvariantCulture),
        _ when type == typeof(decimal) => decimal.Parse(captured, CultureInfo.InvariantCulture),
        _ when type == typeof(DateOnly) => DateOnly.ParseExact(captured, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"Expected a step's parameter to be a string, int, decimal or DateOnly, but it is {type.Name}."),
    };

    private static string Compile(string text) => EscapedHole().Replace(Regex.Escape(text), hole => Pattern(hole.Groups["name"].Value));

    private static string Pattern(string parameter) => Parameters.TryGetValue(parameter, out var pattern)
        ? pattern
        : throw new ArgumentException($"Expected a step's parameter to be one of {string.Join(", ", Parameters.Keys)}, but found '{{{parameter}}}'.");

    [GeneratedRegex(@"\\\{(?<name>\w*)\}")]
    private static partial Regex EscapedHole();
}
