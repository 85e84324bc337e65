using System.Globalization;
using System.Text;

namespace Workflows.Definitions.Feel;

/// <summary>Cuts a text into tokens (DMN 1.5 §10.3.1.2, rules 27 to 37).</summary>
internal static class Lexer
{
    private static readonly string[] Symbols = ["**", "..", "<=", ">=", "!=", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ".", ":"];

    /// <summary>The tokens, the last of which is the end. What is no FEEL becomes a token of its own, at which the parser will stumble.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;

        while (true)
        {
            at = AfterBlank(text, at);

            if (at >= text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", at, at));
                return tokens;
            }

            var token = ReadToken(text, at);
            tokens.Add(token);
            at = token.End;
        }
    }

    /// <summary>The words, numbers and symbols that a name consists of.</summary>
    public static string[] Parts(string name) => [.. Read(name).Where(token => token.Kind is not TokenKind.End).Select(token => token.Text)];

    private static Token ReadToken(string text, int at)
    {
        var c = text[at];

        if (c == '"')
        {
            return ReadString(text, at, at, TokenKind.String);
        }

        if (c == '@')
        {
            var quote = AfterBlank(text, at + 1);
            return quote < text.Length && text[quote] == '"'
                ? ReadString(text, at, quote, TokenKind.Temporal)
                : new Token(TokenKind.Unknown, "@", at, at + 1);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return ReadNumber(text, at);
        }

        if (NameStartLength(text, at) is var length and > 0)
        {
            var end = at + length;

            while (NamePartLength(text, end) is var more and > 0)
            {
                end += more;
            }

            return new Token(TokenKind.Word, text[at..end], at, end);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                return new Token(TokenKind.Symbol, symbol, at, at + symbol.Length);
            }
        }

        return new Token(TokenKind.Unknown, c.ToString(), at, at + 1);
    }

    private static Token ReadNumber(string text, int start)
    {
        var at = Digits(text, start);

        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            at = Digits(text, exponent) is var end && end > exponent ? end : at;
        }

        return new Token(TokenKind.Number, text[start..at], start, at);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static Token ReadString(string text, int start, int quote, TokenKind kind)
    {
        var content = new StringBuilder();

        for (var at = quote + 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                return new Token(kind, content.ToString(), start, at + 1);
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at += Escape(text, at + 1, content);
            }
            else
            {
                content.Append(text[at]);
            }
        }

        return new Token(TokenKind.Unknown, "\"", start, text.Length);
    }

    /// <summary>Appends what stands behind a backslash; an escape that FEEL does not know stays as it is, with its backslash.</summary>
    private static int Escape(string text, int at, StringBuilder content)
    {
        var digits = text[at] switch { 'u' => 4, 'U' => 6, _ => 0 };

        if (digits > 0)
        {
            if (at + digits < text.Length
                && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && code <= 0x10FFFF)
            {
                content.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
                return digits + 1;
            }

            content.Append('\\').Append(text[at]);
            return 1;
        }

        switch (text[at])
        {
            case 'n':
                content.Append('\n');
                break;
            case 'r':
                content.Append('\r');
                break;
            case 't':
                content.Append('\t');
                break;
            case '"' or '\'' or '\\':
                content.Append(text[at]);
                break;
            default:
                content.Append('\\').Append(text[at]);
                break;
        }

        return 1;
    }

    private static int AfterBlank(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsBlank(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                var line = text.AsSpan(at).IndexOfAny('\n', '\r');
                at = line < 0 ? text.Length : at + line;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*'
                && text.IndexOf("*/", at + 2, StringComparison.Ordinal) is var close and >= 0)
            {
                at = close + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u180E' or '\u200B' or '\uFEFF';

    private static int NameStartLength(string text, int at)
    {
        if (at >= text.Length || IsBlank(text[at]))
        {
            return 0;
        }

        if (char.IsSurrogate(text[at]))
        {
            return char.IsSurrogatePair(text, at) ? 2 : 0;
        }

        return text[at] is '?' or '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
            or (>= '\u00C0' and <= '\u00D6') or (>= '\u00D8' and <= '\u00F6') or (>= '\u00F8' and <= '\u02FF')
            or (>= '\u0370' and <= '\u037D') or (>= '\u037F' and <= '\u1FFF') or '\u200C' or '\u200D'
            or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uD7FF')
            or (>= '\uF900' and <= '\uFDCF') or (>= '\uFDF0' and <= '\uFFFD') ? 1 : 0;
    }

    private static int NamePartLength(string text, int at)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        // An apostrophe means nothing else in FEEL, so "Teacher's" is one word even where no such name is known.
        return char.IsAsciiDigit(text[at]) || text[at] is '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040' ? 1
            : text[at] is '\'' or '’' && NameStartLength(text, at + 1) > 0 ? 1
            : NameStartLength(text, at);
    }
}
