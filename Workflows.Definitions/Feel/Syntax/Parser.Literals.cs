using System.Globalization;

namespace Workflows.Definitions.Feel;

/// <summary>Literals, brackets, lists, intervals and contexts.</summary>
internal sealed partial class Parser
{
    private Node Primary()
    {
        var token = Current;

        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return Number(token);
            case TokenKind.String:
                _at++;
                return new Constant(new FeelString(token.Text));
            case TokenKind.Temporal:
                _at++;
                return TemporalText.Any(token.Text) is { } value
                    ? new Constant(value)
                    : new FailNode($"Expected a date, time or duration after '@', but found '{token.Text}'.");
            case TokenKind.Word:
                return Word();
            case TokenKind.Symbol when Take("("):
                return Enclosed(Bracketed);
            case TokenKind.Symbol when Take("["):
                return Enclosed(List);
            case TokenKind.Symbol when Take("]"):
                return Enclosed(() => Interval(StartOfInterval(), startIncluded: false));
            case TokenKind.Symbol when Take("{"):
                return Enclosed(Context);
            case TokenKind.Unknown when token.Text == "\"":
                throw Error("Expected a quotation mark at the end of the string");
            default:
                throw Error("Expected an expression");
        }
    }

    private Constant Number(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new Constant(new FeelNumber(number))
            : throw Error($"Expected a number of at most 28 digits instead of '{token.Text}'");

    private Node Word()
    {
        switch (Current.Text)
        {
            case "true":
                _at++;
                return new Constant(FeelBoolean.True);
            case "false":
                _at++;
                return new Constant(FeelBoolean.False);
            case "null":
                _at++;
                return new Constant(FeelValue.Null);
            case "if" or "for" or "some" or "every" or "function":
                return Expression();
        }

        return Keywords.Contains(Current.Text) ? throw Error("Expected an expression") : Name();
    }

    /// <summary>What follows an opening bracket: an expression, an interval, or a range of one comparison.</summary>
    private Node Bracketed()
    {
        if (TakeComparator() is { } comparator)
        {
            var bound = Bound(comparator);
            Expect(")");
            return bound;
        }

        var expression = Expression();

        if (Take(".."))
        {
            return Interval(expression, startIncluded: false);
        }

        Expect(")");
        return expression;
    }

    private Node List()
    {
        var items = new List<Node>();

        if (Take("]"))
        {
            return new Constant(FeelList.Empty);
        }

        do
        {
            items.Add(Expression());

            if (items.Count == 1 && Take(".."))
            {
                return Interval(items[0], startIncluded: true);
            }
        }
        while (Take(","));

        Expect("]");
        var list = new ListNode([.. items]);
        return items.All(item => item is Constant) ? new Constant(FeelList.Over([.. items.Select(item => ((Constant)item).Value)])) : Grown(list);
    }

    private Node StartOfInterval()
    {
        var start = Expression();
        Expect("..");
        return start;
    }

    private Node Interval(Node start, bool startIncluded)
    {
        _filters = false;
        var end = Expression();
        _filters = true;

        var endIncluded = Take("]");

        if (!endIncluded && !Take(")") && !Take("["))
        {
            throw Error("Expected ']', ')' or '[' at the end of the interval");
        }

        return start is Constant a && end is Constant b && FeelOrder.Compare(a.Value, b.Value) is not null
            ? new Constant(FeelRange.Interval(a.Value, startIncluded, b.Value, endIncluded))
            : Grown(new RangeNode(start, startIncluded, end, endIncluded));
    }

    private Node Context()
    {
        var names = new List<string>();
        var values = new List<Node>();
        string? twice = null;

        if (!Take("}"))
        {
            do
            {
                var name = Key();
                twice = names.Contains(name) ? name : twice;
                values.Add(Expression());
                names.Add(name);
                Push(name);
            }
            while (Take(","));

            Expect("}");
            Pop(names.Count);
        }

        return twice is null
            ? Grown(new ContextNode([.. names], [.. values]))
            : new FailNode($"Expected each entry of a context once, but '{twice}' comes twice.");
    }

    private string Key()
    {
        if (Current.Kind is TokenKind.String)
        {
            var text = _tokens[_at++].Text;
            Expect(":");
            return text;
        }

        var start = _at;

        while (Current.Kind is TokenKind.Word or TokenKind.Number || (Current.Kind is TokenKind.Symbol && Current.Text is "+" or "-" or "*" or "/" or "."))
        {
            _at++;
        }

        if (_at == start || !Current.Is(":"))
        {
            throw Error("Expected the name of an entry and ':'");
        }

        var name = Slice(start, _at);
        _at++;
        return name;
    }
}
