namespace Workflows.Definitions.Feel;

/// <summary>Unary tests: the cells of decision tables, and what follows <c>in</c>.</summary>
internal sealed partial class Parser
{
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
