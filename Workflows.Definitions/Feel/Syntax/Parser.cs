using System.Globalization;
using System.Runtime.CompilerServices;

namespace Workflows.Definitions.Feel;

/// <summary>Reads the grammar of DMN 1.5 §10.3.1.2 by recursive descent: this part moves through the tokens.</summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly FeelVocabulary _vocabulary;
    private readonly bool _mentionsInput;
    private readonly SortedSet<string> _free = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private int _at;
    private int _nesting;

    /// <summary>Off within the end of an interval, where <c>[</c> closes it.</summary>
    private bool _filters = true;

    private Parser(string text, FeelVocabulary vocabulary)
    {
        if (text.Length > FeelLimits.Length)
        {
            throw new FeelSyntaxException($"Expected at most {FeelLimits.Length} characters, but there are {text.Length}.", 1, 1);
        }

        (_text, _vocabulary) = (text, vocabulary);
        _tokens = Lexer.Read(text);
        _mentionsInput = _tokens.Any(token => token.Is("?"));
    }

    private Token Current => _tokens[_at];

    /// <summary>Parses an expression; the locals are the names of the values that will be pushed, outermost first.</summary>
    public static (Node Node, IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Paths) Expression(string text, FeelVocabulary vocabulary, params IReadOnlyList<LocalName> locals)
    {
        var parser = new Parser(text, vocabulary);

        parser._locals.AddRange(locals);
        var node = parser.Expression();
        parser.ExpectEnd();
        return (node, parser._free, parser._paths);
    }

    /// <summary>Parses unary tests, whose input will be pushed after the locals; null for tests that any input passes.</summary>
    public static TestsNode? UnaryTests(string text, FeelVocabulary vocabulary, params IReadOnlyList<LocalName> locals)
    {
        var parser = new Parser(text, vocabulary);
        parser._locals.AddRange(locals);
        parser.Push("?");
        var node = parser.UnaryTests();
        parser.ExpectEnd();
        return node;
    }

    private T Enclosed<T>(Func<T> part)
    {
        var filters = _filters;
        _filters = true;
        var result = part();
        _filters = filters;
        return result;
    }

    private void Enter()
    {
        if (++_nesting > FeelLimits.Nesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error($"Expected at most {FeelLimits.Nesting} levels of nesting, but found more");
        }
    }

    /// <summary>The node, once it is known that evaluating it will not go too deep.</summary>
    private Node Grown(Node node) => node.Depth <= 2 * FeelLimits.Nesting
        ? node
        : throw Error($"Expected at most {2 * FeelLimits.Nesting} operators within each other, but found more");

    private bool Take(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw Error($"Expected '{text}'");
        }
    }

    private void ExpectEnd()
    {
        if (Current.Kind is not TokenKind.End)
        {
            throw Error("Expected an operator or the end");
        }
    }

    /// <summary>The sentence, completed by what was found, and where.</summary>
    private FeelSyntaxException Error(string expected)
    {
        var place = Math.Min(Current.Start, _text.Length);
        var line = 1 + _text.AsSpan(0, place).Count('\n');
        var column = place - (place == 0 ? -1 : _text.LastIndexOf('\n', place - 1));
        var found = Current.Kind is TokenKind.End ? "the end" : $"'{_text[Current.Start..Math.Min(Current.End, Current.Start + 40)]}'";
        return new FeelSyntaxException(string.Create(CultureInfo.InvariantCulture, $"{expected}, but found {found} at line {line}, column {column}."), line, column);
    }

    /// <summary>The text from one token to before another, each run of blanks as one space.</summary>
    private string Slice(int from, int to) =>
        from == to ? "" : string.Join(' ', _text[_tokens[from].Start.._tokens[to - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
