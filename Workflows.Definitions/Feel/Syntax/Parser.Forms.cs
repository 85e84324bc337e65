namespace Workflows.Definitions.Feel;

/// <summary>The forms that begin with a word: if, for, some, every, function; and unary tests.</summary>
internal sealed partial class Parser
{
    private Node If()
    {
        _at++;
        var condition = Expression();
        Expect("then");
        var then = Expression();
        Expect("else");
        return Grown(new IfNode(condition, then, Expression()));
    }

    private Node For()
    {
        _at++;
        Push("partial");
        var partial = _locals.Count - 1;
        var domains = Domains();
        Expect("return");
        var body = Expression();
        var usesPartial = _read.Contains(partial);
        Pop(domains.Length + 1);
        return Grown(new ForNode(domains, body, usesPartial));
    }

    private Node Quantified()
    {
        var every = _tokens[_at++].Is("every");
        var domains = Domains();
        Expect("satisfies");
        var condition = Expression();
        Pop(domains.Length);
        return Grown(new QuantifiedNode(every, domains, condition));
    }

    /// <summary>The iterators, each of which pushes its variable; a later one sees the earlier ones.</summary>
    private IterationDomain[] Domains()
    {
        var domains = new List<IterationDomain>();

        do
        {
            var name = NameUntil("in");
            var domain = Expression();
            domains.Add(new IterationDomain(domain, Take("..") ? Expression() : null));
            Push(name);
        }
        while (Take(","));

        return [.. domains];
    }

    private Node Function()
    {
        _at++;
        Expect("(");
        var names = new List<string>();
        var types = new List<FeelType?>();

        if (!Take(")"))
        {
            do
            {
                var start = _at;

                while (Current.Kind is TokenKind.Word or TokenKind.Number)
                {
                    _at++;
                }

                names.Add(_at > start ? Slice(start, _at) : throw Error("Expected the name of a parameter"));
                types.Add(Take(":") ? Type() : null);
            }
            while (Take(","));

            Expect(")");
        }

        if (Take("external"))
        {
            Expression();
            return new FailNode("Expected a function whose body is FEEL, but found one of another language, which is not supported.");
        }

        names.ForEach(name => Push(name));
        var body = Expression();
        Pop(names.Count);
        return Grown(new FunctionNode([.. names], [.. types], body));
    }

    private string NameUntil(string word)
    {
        var start = _at;

        while (Current.Kind is TokenKind.Word or TokenKind.Number && !Current.Is(word))
        {
            _at++;
        }

        var name = Slice(start, _at);
        Expect(word);
        return name.Length > 0 ? name : throw Error($"Expected a name before '{word}'");
    }

    private FeelType? Type()
    {
        Enter();
        var type = TypeOf();
        _nesting--;
        return type;
    }

    private FeelType? TypeOf()
    {
        var known = _vocabulary.MatchType(_tokens, _at);

        if (Current.Kind is not TokenKind.Word)
        {
            throw Error("Expected the name of a type");
        }

        if (known is null)
        {
            do
            {
                _at += Joined().Length;
            }
            while (Take(".") && Current.Kind is TokenKind.Word);

            return null;
        }

        _at += known.Parts.Length;

        if (!Take("<"))
        {
            return _vocabulary.Type(known.Name);
        }

        FeelType? type = known.Name switch
        {
            "list" => Type() is { } element ? new ListType(element) : null,
            "range" => Type() is { } element ? new RangeType(element) : null,
            "context" => ContextFields(),
            "function" => FunctionTypes(),
            _ => throw Error("Expected list, range, context or function before '<'"),
        };

        Expect(">");
        return type is FunctionType function && Take("->") ? Type() is { } result ? function with { Result = result } : null : type;
    }

    private ContextType ContextFields()
    {
        var fields = new List<KeyValuePair<string, FeelType>>();

        if (!Current.Is(">"))
        {
            do
            {
                var name = NameUntil(":");
                fields.Add(new(name, Type() ?? FeelType.Any));
            }
            while (Take(","));
        }

        return new ContextType(fields);
    }

    private FunctionType FunctionTypes()
    {
        var parameters = new List<FeelType>();

        if (!Current.Is(">"))
        {
            do
            {
                parameters.Add(Type() ?? FeelType.Any);
            }
            while (Take(","));
        }

        return new FunctionType(parameters, FeelType.Any);
    }

    /// <summary>The tests of a cell; null for <c>-</c>.</summary>
    private TestsNode? UnaryTests()
    {
        if (Current.Is("-") && _tokens[_at + 1].Kind is TokenKind.End)
        {
            _at++;
            return null;
        }

        if (Current.Is("not") && _tokens[_at + 1].Is("("))
        {
            var start = _at;
            _at += 2;
            var negated = Enclosed(Tests);

            if (Take(")") && Current.Kind is TokenKind.End)
            {
                return new TestsNode(negated, negated: true);
            }

            // It was an expression that begins with the function not().
            _at = start;
        }

        return new TestsNode(Tests(), negated: false);
    }

    private TestNode[] Tests()
    {
        var tests = new List<TestNode>();

        do
        {
            tests.Add(Test());
        }
        while (Take(","));

        return [.. tests];
    }

    private TestNode Test()
    {
        var input = _locals.FindLastIndex(local => local.Name.Name == "?");
        var readBefore = _read.Remove(input);
        var expression = TakeComparator() is { } comparator ? Bound(comparator) : Expression();
        var usesInput = _read.Contains(input);

        if (readBefore)
        {
            _read.Add(input);
        }

        return new TestNode(expression, usesInput && expression is not BoundNode);
    }

    private InNode In(Node value)
    {
        if (_mentionsInput)
        {
            Push("?");
        }

        TestNode[] tests;

        if (TakeComparator() is { } comparator)
        {
            tests = [new TestNode(Bound(comparator), usesInput: false)];
        }
        else if (Take("("))
        {
            tests = Enclosed(InTests);
        }
        else
        {
            tests = [new TestNode(Additive(), usesInput: false)];
        }

        if (_mentionsInput)
        {
            Pop(1);
        }

        return new InNode(value, new TestsNode(tests, negated: false), _mentionsInput);
    }

    /// <summary>What stands between brackets after <c>in</c>: tests, or an interval that leaves out its start.</summary>
    private TestNode[] InTests()
    {
        var first = Test();

        if (Take(".."))
        {
            return [new TestNode(Interval(first.Expression, startIncluded: false), usesInput: false)];
        }

        var tests = new List<TestNode> { first };

        while (Take(","))
        {
            tests.Add(Test());
        }

        Expect(")");
        return [.. tests];
    }

    private Node Bound(Comparator comparator)
    {
        var form = comparator switch
        {
            Comparator.Less => RangeForm.Less,
            Comparator.LessOrEqual => RangeForm.LessOrEqual,
            Comparator.Greater => RangeForm.Greater,
            Comparator.GreaterOrEqual => RangeForm.GreaterOrEqual,
            Comparator.Equal => RangeForm.Equal,
            _ => RangeForm.NotEqual,
        };
        var bound = Additive();
        return bound is Constant constant ? new Constant(FeelRange.Of(form, constant.Value)) : Grown(new BoundNode(form, bound));
    }
}
