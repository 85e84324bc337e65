using System.Text;

namespace Workflows.Definitions.Feel;

/// <summary>One of XPath's regular expressions as .NET's, and what matching it may cost.</summary>
/// <param name="HasBackReference">Only backtracking can match it.</param>
/// <param name="Weight">Its characters and classes, each as often as it may be repeated by number.</param>
/// <param name="Choices">How many repetitions and alternatives backtracking has to try.</param>
/// <param name="Nested">A repetition within a repetition, or alternatives within one: backtracking may take exponential time.</param>
internal sealed record PatternText(string Text, bool HasBackReference, long Weight, int Choices, bool Nested)
{

    /// <summary>The pattern for .NET; null where the text is no XPath pattern.</summary>
    public static PatternText? Translate(string pattern, string flags)
    {
        if (flags.Contains('x', StringComparison.Ordinal))
        {
            pattern = WithoutBlanks(pattern);
        }

        return new PatternTranslator(pattern, flags.Contains('s', StringComparison.Ordinal), flags.Contains('m', StringComparison.Ordinal)).Run();
    }

    /// <summary>The steps that matching a text of that length takes at most.</summary>
    public long Cost(int length)
    {
        var characters = length + 1.0;
        var steps = !HasBackReference ? characters * Math.Max(8, Weight) / 16
            : Nested ? Math.Pow(2, characters)
            : Math.Pow(characters, Choices + 1);
        return (long)Math.Min(steps, FeelLimits.Steps + 1.0);
    }

    /// <summary>Flag x: blanks do not count, but within a class.</summary>
    private static string WithoutBlanks(string pattern)
    {
        var (text, depth) = (new StringBuilder(), 0);

        for (var i = 0; i < pattern.Length; i++)
        {
            var escaped = i > 0 && pattern[i - 1] == '\\' && (i < 2 || pattern[i - 2] != '\\');
            depth += escaped ? 0 : pattern[i] switch { '[' => 1, ']' => -1, _ => 0 };

            if (depth > 0 || !char.IsWhiteSpace(pattern[i]))
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }
}
