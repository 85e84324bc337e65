namespace Workflows.Definitions.Feel;

/// <summary>Which words are one name, and which variable it means.</summary>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "if", "then", "else", "for", "return", "in", "some", "every", "satisfies", "between", "instance", "function", "true", "false", "null",
    };

    private readonly List<LocalName> _locals = [];

    /// <summary>Variables of the expression itself that were read, by their place in <see cref="_locals"/>.</summary>
    private readonly HashSet<int> _read = [];

    private void Push(string name, bool isItem = false) => _locals.Add(new LocalName(new KnownName(name), isItem));

    private void Pop(int count)
    {
        _locals.RemoveRange(_locals.Count - count, count);
        _read.RemoveWhere(place => place >= _locals.Count);
    }

    private Node Name()
    {
        var (name, length) = LongestName();
        _at += length;
        return Resolve(name);
    }

    /// <summary>The entry's name behind a dot.</summary>
    private string EntryName()
    {
        if (Current.Kind is not TokenKind.Word)
        {
            throw Error("Expected a name after '.'");
        }

        var (name, length) = Longer(_vocabulary.Match(_tokens, _at), Joined());
        _at += length;
        return name;
    }

    private (string Name, int Length) LongestName()
    {
        var known = _vocabulary.Match(_tokens, _at);
        var builtIn = BuiltIns.Names.Match(_tokens, _at);

        foreach (var local in _locals)
        {
            if (local.Name.StandsAt(_tokens, _at) && local.Name.Parts.Length >= (known?.Parts.Length ?? 0))
            {
                known = local.Name;
            }
        }

        return Longer(known?.Parts.Length >= (builtIn?.Parts.Length ?? 0) ? known : builtIn, Joined());
    }

    private static (string Name, int Length) Longer(KnownName? known, (string Name, int Length) joined) =>
        known?.Parts.Length >= joined.Length ? (known.Name, known.Parts.Length) : joined;

    /// <summary>Words that follow each other without an operator can only be one name.</summary>
    private (string Name, int Length) Joined()
    {
        var end = _at + 1;

        while ((_tokens[end].Kind is TokenKind.Word && !Keywords.Contains(_tokens[end].Text) && !_tokens[end].Is("?"))
            || (_tokens[end].Kind is TokenKind.Number && _tokens[end].Text.All(char.IsAsciiDigit)))
        {
            end++;
        }

        return (Slice(_at, end), end - _at);
    }

    private Node Resolve(string name)
    {
        // Each filter passed on the way outwards may have items with an entry of that name.
        var filters = new List<int>();

        for (var place = _locals.Count - 1; place >= 0; place--)
        {
            var steps = _locals.Count - 1 - place;

            if (_locals[place].IsItem)
            {
                filters.Add(steps);
            }

            if (_locals[place].Name.Name == name)
            {
                _read.Add(place);
                return WithItems(filters, name, new LocalNode(steps));
            }
        }

        var builtIn = BuiltIns.Find(name);

        if (builtIn is null)
        {
            _free.Add(name);
        }

        return WithItems(filters, name, new VariableNode(name, builtIn));
    }

    private Node WithItems(List<int> filters, string name, Node node)
    {
        for (var i = filters.Count - 1; i >= 0; i--)
        {
            node = Grown(new ItemEntryNode(filters[i], name, node));
        }

        return node;
    }
}

/// <summary>The name of a local variable.</summary>
/// <param name="IsItem">The variable is a filter's item, whose entries can be named without it.</param>
internal sealed record LocalName(KnownName Name, bool IsItem = false);
