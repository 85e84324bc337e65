namespace Workflows.Definitions.Feel;

/// <summary>Reads an interval between two literals, as the function <c>range</c> does.</summary>
internal static class RangeText
{
    /// <summary>The range; null where the text is none, its ends cannot be compared, or its start lies after its end.</summary>
    public static FeelRange? Read(string text)
    {
        var tokens = Lexer.Read(text);
        var at = 0;

        if (!(tokens[at].Is("[") || tokens[at].Is("(") || tokens[at].Is("]")))
        {
            return null;
        }

        var startIncluded = tokens[at++].Is("[");

        if (Literal(tokens, ref at) is not { } start || !tokens[at++].Is("..") || Literal(tokens, ref at) is not { } end)
        {
            return null;
        }

        var closing = tokens[at++];
        return (closing.Is("]") || closing.Is(")") || closing.Is("[")) && tokens[at].Kind is TokenKind.End && FeelOrder.Compare(start, end) <= 0
            ? FeelRange.Interval(start, startIncluded, end, closing.Is("]"))
            : null;
    }

    private static FeelValue? Literal(List<Token> tokens, ref int at)
    {
        var negative = tokens[at].Is("-");
        at += negative ? 1 : 0;
        var token = tokens[at++];

        switch (token.Kind)
        {
            case TokenKind.Number when decimal.TryParse(token.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number):
                return negative ? -number : number;
            case TokenKind.String when !negative:
                return token.Text;
            case TokenKind.Temporal when !negative:
                return TemporalText.Any(token.Text);
            case TokenKind.Word when !negative:
                return Constructed(tokens, token.Text, ref at);
            default:
                return null;
        }
    }

    /// <summary>A value such as <c>date("2026-02-13")</c>: one of the four functions, with one string.</summary>
    private static FeelValue? Constructed(List<Token> tokens, string function, ref int at)
    {
        if (function == "date" && tokens[at].Is("and") && tokens[at + 1].Is("time"))
        {
            function = "date and time";
            at += 2;
        }

        if (!tokens[at].Is("(") || tokens[at + 1].Kind is not TokenKind.String || !tokens[at + 2].Is(")"))
        {
            return null;
        }

        var text = tokens[at + 1].Text;
        at += 3;
        return function switch
        {
            "date" => TemporalText.Date(text),
            "time" => TemporalText.Time(text),
            "date and time" => TemporalText.DateTime(text),
            "duration" => TemporalText.Duration(text),
            _ => null,
        };
    }
}
