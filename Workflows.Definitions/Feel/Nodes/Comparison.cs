namespace Workflows.Definitions.Feel;

internal enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal sealed class ComparisonNode(Comparator comparator, Node left, Node right) : Node(left, right)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var a = left.Evaluate(run, scope);
        var b = right.Evaluate(run, scope);

        if (a is FeelNumber x && b is FeelNumber y)
        {
            return FeelBoolean.Of(Holds(x.Value.CompareTo(y.Value)));
        }

        run.Weigh(a);
        return comparator is Comparator.Equal or Comparator.NotEqual
            ? FeelEquality.Equal(a, b) is { } equal ? FeelBoolean.Of(equal == (comparator is Comparator.Equal)) : Mismatch(run, a, b)
            : FeelOrder.Compare(a, b) is { } order ? FeelBoolean.Of(Holds(order))
            : a is FeelNull || b is FeelNull ? FeelValue.Null
            : Mismatch(run, a, b);
    }

    private bool Holds(int order) => comparator switch
    {
        Comparator.Equal => order == 0,
        Comparator.NotEqual => order != 0,
        Comparator.Less => order < 0,
        Comparator.LessOrEqual => order <= 0,
        Comparator.Greater => order > 0,
        _ => order >= 0,
    };

    private static FeelValue Mismatch(Evaluation run, FeelValue a, FeelValue b) =>
        run.Fail($"Expected two values that can be compared, but found {FeelType.Of(a)} {FeelText.Brief(a)} and {FeelType.Of(b)} {FeelText.Brief(b)}.");
}

internal sealed class BetweenNode(Node value, Node low, Node high) : Node(value, low, high)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var (v, a, b) = (value.Evaluate(run, scope), low.Evaluate(run, scope), high.Evaluate(run, scope));

        return FeelOrder.Compare(v, a) is { } above && FeelOrder.Compare(v, b) is { } below
            ? FeelBoolean.Of(above >= 0 && below <= 0)
            : v is FeelNull || a is FeelNull || b is FeelNull ? FeelValue.Null
            : run.Fail($"Expected values that can be compared, but found {FeelText.Brief(v)} between {FeelText.Brief(a)} and {FeelText.Brief(b)}.");
    }
}

internal sealed class InstanceOfNode(Node value, FeelType? type, string typeName) : Node(value)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var v = value.Evaluate(run, scope);

        return type is null ? run.Fail($"Expected the name of a type, but '{typeName}' is none.")
            : FeelBoolean.Of(v is FeelNull ? type == FeelType.Null || type == FeelType.Any : type.Includes(v, run));
    }
}
