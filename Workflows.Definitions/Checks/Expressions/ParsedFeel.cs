using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>FEEL for rules that have something else to say about an expression than that it is none.</summary>
internal static class ParsedFeel
{
    /// <summary>Null where the text is not FEEL, which the rule <c>feel-parses</c> tells.</summary>
    public static FeelExpression? Of(string? text)
    {
        try
        {
            return text is null ? null : FeelExpression.Parse(text);
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }
}
