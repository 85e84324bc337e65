namespace Workflows.Definitions.Feel;

/// <summary>The forms that begin with a word: if, for, some, every, function.</summary>
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
}
