namespace Workflows.Definitions.Feel;

/// <summary>Types, after <c>instance of</c> and with parameters; null for a name that is no type.</summary>
internal sealed partial class Parser
{
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
}
