namespace Workflows.Definitions.Feel;

/// <summary>Operators, weakest first, down to paths, filters and calls.</summary>
internal sealed partial class Parser
{
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
                var path = new PathNode(node, EntryName());
                if (path.OfVariable is { } read)
                {
                    _paths.Add(read);
                }

                node = Grown(path);
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
}
