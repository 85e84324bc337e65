namespace Workflows.Definitions.Feel;

internal enum TokenKind
{
    /// <summary>A word: a name, a part of a name, or a keyword.</summary>
    Word,
    Number,
    String,

    /// <summary>The text after <c>@</c>.</summary>
    Temporal,
    Symbol,
    Unknown,
    End,
}

/// <param name="Text">A word or symbol as it is written; the content of a string.</param>
/// <param name="Start">Where the token begins in the text.</param>
/// <param name="End">Where the next character stands.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;
}
