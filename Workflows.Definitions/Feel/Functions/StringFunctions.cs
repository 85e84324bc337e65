using System.Globalization;

namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 72. A character is a Unicode code point.</summary>
internal static class StringFunctions
{
    public static readonly BuiltIn[] All =
    [
        new("substring", new Signature(Substring, Parameter.Text("string"), Parameter.Number("start position"), Parameter.Number("length").Optional())),
        new("string length", new Signature((_, a) => Runes(a.Text(0)), Parameter.Text("string"))),
        new("upper case", new Signature((_, a) => a.Text(0).ToUpperInvariant(), Parameter.Text("string"))),
        new("lower case", new Signature((_, a) => a.Text(0).ToLowerInvariant(), Parameter.Text("string"))),
        new("substring before", new Signature((_, a) => Before(a.Text(0), a.Text(1)), Parameter.Text("string"), Parameter.Text("match"))),
        new("substring after", new Signature((_, a) => After(a.Text(0), a.Text(1)), Parameter.Text("string"), Parameter.Text("match"))),
        new("contains", new Signature((_, a) => a.Text(0).Contains(a.Text(1), StringComparison.Ordinal), Parameter.Text("string"), Parameter.Text("match"))),
        new("starts with", new Signature((_, a) => a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal), Parameter.Text("string"), Parameter.Text("match"))),
        new("ends with", new Signature((_, a) => a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal), Parameter.Text("string"), Parameter.Text("match"))),
        new("matches", new Signature(
            (run, a) => Patterns.Matches(run, a.Text(0), a.Text(1), a.Has(2) ? a.Text(2) : ""),
            Parameter.Text("input"),
            Parameter.Text("pattern"),
            Parameter.Text("flags").Optional())),
        new("replace", new Signature(
            (run, a) => Patterns.Replace(run, a.Text(0), a.Text(1), a.Text(2), a.Has(3) ? a.Text(3) : ""),
            Parameter.Text("input"),
            Parameter.Text("pattern"),
            Parameter.Text("replacement"),
            Parameter.Text("flags").Optional())),
        new("split", new Signature((run, a) => Patterns.Split(run, a.Text(0), a.Text(1)), Parameter.Text("string"), Parameter.Text("delimiter"))),
        new("string join", new Signature(Join, Parameter.List("list"), Parameter.Text("delimiter").Optional())),
    ];

    private static int Runes(string text) => text.Length - text.AsSpan().CountSurrogatePairs();

    private static FeelValue Substring(Evaluation run, Arguments a)
    {
        var text = a.Text(0);
        run.Spend(text.Length / 16);
        var elements = Runes(text);
        var start = a.Whole(1);

        if (start == 0 || (a.Has(2) && a.Whole(2) < 1))
        {
            return run.Fail($"Expected a start position other than 0 and a length of at least 1, but found substring({FeelText.Brief(a[0])}, {start}).");
        }

        var first = start > 0 ? start - 1 : Math.Max(0, elements + start);
        var count = Math.Clamp(a.Has(2) ? a.Whole(2) : int.MaxValue, 0, Math.Max(0, elements - first));
        return Slice(text, first, count);
    }

    private static string Slice(string text, int first, int count)
    {
        var from = Advance(text, 0, first);
        return text[from..Advance(text, from, count)];
    }

    private static int Advance(string text, int at, int runes)
    {
        for (; runes > 0 && at < text.Length; runes--)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at;
    }

    private static string Before(string text, string match) =>
        text.IndexOf(match, StringComparison.Ordinal) is var at and > 0 ? text[..at] : "";

    private static string After(string text, string match) =>
        text.IndexOf(match, StringComparison.Ordinal) is var at and >= 0 ? text[(at + match.Length)..] : "";

    private static FeelValue Join(Evaluation run, Arguments a)
    {
        var parts = new List<string>();
        run.Spend(a.List(0).Count);

        foreach (var item in a.List(0))
        {
            switch (item)
            {
                case FeelString text:
                    parts.Add(text.Value);
                    break;
                case FeelNull:
                    break;
                default:
                    return run.Fail($"Expected a list of strings to join, but found {FeelText.Brief(item)} in it.");
            }
        }

        var delimiter = a.Has(1) ? a.Text(1) : "";
        run.Reserve(parts.Sum(part => (long)part.Length + delimiter.Length));
        return string.Join(delimiter, parts);
    }

    private static int CountSurrogatePairs(this ReadOnlySpan<char> text)
    {
        var pairs = 0;

        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return pairs;
    }
}
