using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Definitions.Feel;

/// <summary>Regular expressions as XQuery and XPath have them (DMN 1.5 §10.3.4.3), which never run away.</summary>
internal static class Patterns
{
    private const int Remembered = 256;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Pattern?> Compiled = new();

    public static FeelValue Matches(Evaluation run, string input, string pattern, string flags) =>
        Find(run, pattern, flags) is { } regex ? regex.On(run, input).IsMatch(input) : Unreadable(run, pattern, flags);

    public static FeelValue Replace(Evaluation run, string input, string pattern, string replacement, string flags)
    {
        if (Find(run, pattern, flags) is not { } found)
        {
            return Unreadable(run, pattern, flags);
        }

        var regex = found.On(run, input);

        if (regex.IsMatch(""))
        {
            return run.Fail($"Expected a pattern that does not match the empty string, but {FeelText.Brief(pattern)} does.");
        }

        if (!IsReplacement(replacement))
        {
            return run.Fail($"Expected '$' before a digit and '\\' before '$' or '\\' in a replacement, but found {FeelText.Brief(replacement)}.");
        }

        return regex.Replace(input, match =>
        {
            var text = Expanded(match, replacement);
            run.Reserve(text.Length);
            return text;
        });
    }

    public static FeelValue Split(Evaluation run, string input, string delimiter)
    {
        if (Find(run, delimiter, "") is not { } found)
        {
            return Unreadable(run, delimiter, "");
        }

        var parts = new List<FeelValue>();
        var from = 0;

        foreach (var match in found.On(run, input).EnumerateMatches(input))
        {
            if (match.Length > 0)
            {
                parts.Add(input[from..match.Index]);
                from = match.Index + match.Length;
            }
        }

        parts.Add(input[from..]);
        run.Reserve(input.Length + parts.Count);
        return FeelList.Over([.. parts]);
    }

    private static Pattern? Find(Evaluation run, string pattern, string flags)
    {
        if (Compiled.TryGetValue((pattern, flags), out var known))
        {
            return known;
        }

        run.Spend(10_000 + pattern.Length * 20);

        if (Compiled.Count >= Remembered)
        {
            Compiled.Clear();
        }

        return Compiled[(pattern, flags)] = Compile(pattern, flags);
    }

    private static Pattern? Compile(string pattern, string flags)
    {
        if (pattern.Length > 1_000 || flags.Any(flag => flag is not ('s' or 'm' or 'i' or 'x')) || PatternText.Translate(pattern, flags) is not { } translated)
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant
            | (flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : 0)
            | (flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0)
            | (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0)
            | (translated.HasBackReference ? 0 : RegexOptions.NonBacktracking);

        try
        {
            return new Pattern(new Regex(translated.Text, options), translated);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static FeelValue Unreadable(Evaluation run, string pattern, string flags) =>
        run.Fail($"Expected a regular expression and flags of s, m, i and x, but found {FeelText.Brief(pattern)} and {FeelText.Brief(flags)}.");

    private static bool IsReplacement(string replacement)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            var next = i + 1 < replacement.Length ? replacement[i + 1] : '\0';

            if (replacement[i] == '\\')
            {
                if (next is not ('\\' or '$'))
                {
                    return false;
                }

                i++;
            }
            else if (replacement[i] == '$' && !char.IsAsciiDigit(next))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The replacement with its <c>$1</c> filled in; of <c>$12</c> as many digits count as there are groups.</summary>
    private static string Expanded(Match match, string replacement)
    {
        var text = new StringBuilder();

        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '\\')
            {
                text.Append(replacement[++i]);
            }
            else if (replacement[i] == '$')
            {
                var group = replacement[++i] - '0';

                while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1])
                    && group * 10 + replacement[i + 1] - '0' < match.Groups.Count)
                {
                    group = group * 10 + replacement[++i] - '0';
                }

                text.Append(group < match.Groups.Count ? match.Groups[group].Value : "");
            }
            else
            {
                text.Append(replacement[i]);
            }
        }

        return text.ToString();
    }

    private sealed record Pattern(Regex Regex, PatternText Text)
    {
        /// <summary>The expression, once matching it against the input is accounted for: no clock is needed to stop it.</summary>
        public Regex On(Evaluation run, string input)
        {
            run.Spend((int)Text.Cost(input.Length));
            return Regex;
        }
    }
}
