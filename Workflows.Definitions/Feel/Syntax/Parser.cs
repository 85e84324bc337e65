using System.Globalization;
using System.Runtime.CompilerServices;

namespace Workflows.Definitions.Feel;

/// <summary>Reads the grammar of DMN 1.5 §10.3.1.2 by recursive descent: this part holds operators and their order.</summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly FeelVocabulary _vocabulary;
    private readonly bool _mentionsInput;
    private readonly SortedSet<string> _free = new(StringComparer.Ordinal);
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
    public static (Node Node, IReadOnlyCollection<string> Names) Expression(string text, FeelVocabulary vocabulary, params ReadOnlySpan<string> locals)
    {
        var parser = new Parser(text, vocabulary);

        foreach (var local in locals)
        {
            parser.Push(local);
        }

        var node = parser.Expression();
        parser.ExpectEnd();
        return (node, parser._free);
    }

    /// <summary>Parses unary tests, whose input is the one local variable <c>?</c>.</summary>
    public static (TestsNode? Node, IReadOnlyCollection<string> Names) UnaryTests(string text, FeelVocabulary vocabulary)
    {
        var parser = new Parser(text, vocabulary);
        parser.Push("?");
        var node = parser.UnaryTests();
        parser.ExpectEnd();
        return (node, parser._free);
    }

    private Node Expression()
    {
        Enter();

        var node = Current.Text switch
        {
            "if" when Current.Is("if") => If(),
            "for" when Current.Is("for") => For(),
            "some" or "every" when Current.Kind is TokenKind.Word => Quantified(),
            "function" when Current.Is("function") => Function(),
            _ => Or(),
        };

        _nesting--;
        return node;
    }

    private Node Or()
    {
        var first = And();

        if (!Current.Is("or"))
        {
            return first;
        }

        var operands = new List<Node> { first };

        while (Take("or"))
        {
            operands.Add(And());
        }

        return Grown(new OrNode([.. operands]));
    }

    private Node And()
    {
        var first = Comparison();

        if (!Current.Is("and"))
        {
            return first;
        }

        var operands = new List<Node> { first };

        while (Take("and"))
        {
            operands.Add(Comparison());
        }

        return Grown(new AndNode([.. operands]));
    }

    private Node Comparison()
    {
        var left = InstanceOf();

        while (true)
        {
            if (TakeComparator() is { } comparator)
            {
                left = Grown(new ComparisonNode(comparator, left, InstanceOf()));
            }
            else if (Take("between"))
            {
                var low = Additive();
                Expect("and");
                left = Grown(new BetweenNode(left, low, Additive()));
            }
            else if (Take("in"))
            {
                left = Grown(In(left));
            }
            else
            {
                return left;
            }
        }
    }

    private Node InstanceOf()
    {
        var value = Additive();

        if (!Current.Is("instance"))
        {
            return value;
        }

        _at++;
        Expect("of");
        var start = _at;
        var type = Type();
        return Grown(new InstanceOfNode(value, type, Slice(start, _at)));
    }

    private Node Additive()
    {
        var left = Multiplicative();

        while (Current.Is("+") || Current.Is("-"))
        {
            var operation = _tokens[_at++].Text[0];
            left = Grown(new ArithmeticNode(operation, left, Multiplicative()));
        }

        return left;
    }

    private Node Multiplicative()
    {
        var left = Exponential();

        while (Current.Is("*") || Current.Is("/"))
        {
            var operation = _tokens[_at++].Text[0];
            left = Grown(new ArithmeticNode(operation, left, Exponential()));
        }

        return left;
    }

    private Node Exponential()
    {
        var left = Negation();

        while (Take("**"))
        {
            left = Grown(new ArithmeticNode('^', left, Negation()));
        }

        return left;
    }

    private Node Negation()
    {
        var signs = 0;

        while (Take("-"))
        {
            signs++;
        }

        var operand = Postfix(Primary());

        return signs == 0 ? operand
            : operand is Constant { Value: FeelNumber number } ? new Constant(new FeelNumber(signs % 2 == 0 ? number.Value : -number.Value))
            : signs % 2 == 0 ? Grown(new NegationNode(new NegationNode(operand)))
            : Grown(new NegationNode(operand));
    }

    private Node Postfix(Node node)
    {
        while (true)
        {
            if (Take("."))
            {
                node = Grown(new PathNode(node, EntryName()));
            }
            else if (_filters && Take("["))
            {
                Push("item", isItem: true);
                var filter = Enclosed(Expression);
                Pop(1);
                Expect("]");
                node = Grown(new FilterNode(node, filter));
            }
            else if (Take("("))
            {
                node = Grown(Enclosed(() => Call(node)));
            }
            else
            {
                return node;
            }
        }
    }

    private CallNode Call(Node function)
    {
        var arguments = new List<Node>();
        var names = new List<string>();

        if (Take(")"))
        {
            return new CallNode(function, [], null);
        }

        do
        {
            if (ArgumentName() is { } name)
            {
                names.Add(name);
            }

            arguments.Add(Expression());
        }
        while (Take(","));

        if (names.Count != 0 && names.Count != arguments.Count)
        {
            throw Error("Expected all arguments to have names, or none");
        }

        Expect(")");
        return new CallNode(function, [.. arguments], names.Count == 0 ? null : [.. names]);
    }

    /// <summary>The name before a colon, which is skipped with it; null where the argument has none.</summary>
    private string? ArgumentName()
    {
        var end = _at;

        while (_tokens[end].Kind is TokenKind.Word or TokenKind.Number)
        {
            end++;
        }

        if (end == _at || !_tokens[end].Is(":"))
        {
            return null;
        }

        var name = Slice(_at, end);
        _at = end + 1;
        return name;
    }

    private Comparator? TakeComparator()
    {
        Comparator? comparator = Current.Kind is not TokenKind.Symbol ? null : Current.Text switch
        {
            "=" => Comparator.Equal,
            "!=" => Comparator.NotEqual,
            "<" => Comparator.Less,
            "<=" => Comparator.LessOrEqual,
            ">" => Comparator.Greater,
            ">=" => Comparator.GreaterOrEqual,
            _ => null,
        };

        _at += comparator is null ? 0 : 1;
        return comparator;
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
