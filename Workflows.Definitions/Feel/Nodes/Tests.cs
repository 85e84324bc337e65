namespace Workflows.Definitions.Feel;

/// <summary>One unary test (DMN 1.5 §7.3.3): an expression about the input, which is the local variable <c>?</c>.</summary>
/// <param name="usesInput">The expression says <c>?</c>, so its own truth is the answer.</param>
internal sealed class TestNode(Node expression, bool usesInput) : Node(expression)
{
    public Node Expression => expression;

    /// <summary>True, false, or null for an input that the test cannot judge.</summary>
    public FeelValue Test(Evaluation run, Scope scope, FeelValue input)
    {
        var value = expression.Evaluate(run, scope);
        return usesInput || (value is FeelBoolean && input is not FeelBoolean && expression is not Constant) ? value : Matches(run, input, value);
    }

    public override FeelValue Evaluate(Evaluation run, Scope scope) => Test(run, scope, scope.Locals!.Value);

    /// <summary>Whether the input equals the value, lies in it, or is among its items.</summary>
    private static FeelValue Matches(Evaluation run, FeelValue input, FeelValue value) => value switch
    {
        FeelRange range when input is not FeelRange => range.Contains(input) is { } within ? FeelBoolean.Of(within) : FeelValue.Null,
        FeelList list => MatchesAny(run, input, list),
        _ => FeelEquality.Equal(input, value) is { } equal ? FeelBoolean.Of(equal) : FeelValue.Null,
    };

    private static FeelBoolean MatchesAny(Evaluation run, FeelValue input, FeelList list)
    {
        run.Weigh(list);

        foreach (var item in list.Items)
        {
            if (FeelEquality.Equal(input, item) == true
                || (item is FeelRange range && range.Contains(input) == true)
                || (item is FeelList inner && input is not FeelList && MatchesAny(run, input, inner).Value))
            {
                return FeelBoolean.True;
            }
        }

        return FeelBoolean.Of(FeelEquality.Equal(input, list) == true);
    }
}

/// <summary>Several unary tests, of which one must hold; <c>not(…)</c> turns the answer round.</summary>
internal sealed class TestsNode(TestNode[] tests, bool negated) : Node(tests)
{
    public FeelValue Test(Evaluation run, Scope scope, FeelValue input)
    {
        FeelValue result = FeelBoolean.Of(negated);

        foreach (var test in tests)
        {
            var value = test.Test(run, scope, input);

            if (ReferenceEquals(value, FeelBoolean.True))
            {
                return FeelBoolean.Of(!negated);
            }

            result = ReferenceEquals(value, FeelBoolean.False) ? result : FeelValue.Null;
        }

        return result;
    }

    /// <summary>Which test, from 0, the input meets first; their number where it meets none.</summary>
    public int Rank(Evaluation run, Scope scope, FeelValue input)
    {
        var rank = Array.FindIndex(tests, test => ReferenceEquals(test.Test(run, scope.Push(input), input), FeelBoolean.True));
        return rank < 0 ? tests.Length : rank;
    }

    public override FeelValue Evaluate(Evaluation run, Scope scope) => Test(run, scope, scope.Locals!.Value);
}

/// <summary><c>value in tests</c>.</summary>
/// <param name="pushes">A test says <c>?</c>, which then is the value.</param>
internal sealed class InNode(Node value, TestsNode tests, bool pushes) : Node(value, tests)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var input = value.Evaluate(run, scope);
        return tests.Test(run, pushes ? scope.Push(input) : scope, input);
    }
}
