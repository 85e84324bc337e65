using System.Text;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Breaks a name into lines: Chinese between any two characters, other scripts between words.</summary>
/// <remarks>Widths are estimates, as no font is measured: a wide character takes the font's size, another 0.56 of it.</remarks>
internal static class LabelText
{
    public const double FontSize = 12;

    public const double LineHeight = 15;

    private const string NotAtLineStart = "，。、；：？！）》】”’,.;:?!)]%";

    /// <param name="width">The room in pixels; a longer word stays whole.</param>
    /// <param name="most">The last line ends in an ellipsis where the name needs more.</param>
    public static IReadOnlyList<string> Lines(string text, double width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(Svg.Printable(text)))
        {
            if (line.Length > 0 && WidthOf(line.ToString() + piece.TrimEnd()) > width && !NotAtLineStart.Contains(piece[0], StringComparison.Ordinal))
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }

            line.Append(piece);
        }

        lines.Add(line.ToString().Trim());
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), lines[most - 1] + "…"];
    }

    public static double WidthOf(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? FontSize : FontSize * 0.56);

    private static bool IsWide(Rune rune) => rune.Value >= 0x2E80 || rune.Value is >= 0x2010 and <= 0x2027;

    /// <summary>A wide character each, and words with the blanks behind them.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWide(rune) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(rune.ToString());
            if (IsWide(rune) || rune.Value == ' ')
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
