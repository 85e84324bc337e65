namespace Workflows.Definitions.Feel;

internal sealed class ArithmeticNode(char operation, Node left, Node right) : Node(left, right)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var a = left.Evaluate(run, scope);
        var b = right.Evaluate(run, scope);
        return a is FeelNumber x && b is FeelNumber y ? Numbers(run, x.Value, y.Value) : Calculation.Of(run, operation, a, b);
    }

    private FeelValue Numbers(Evaluation run, decimal a, decimal b)
    {
        try
        {
            return operation switch
            {
                '+' => new FeelNumber(a + b),
                '-' => new FeelNumber(a - b),
                '*' => new FeelNumber(a * b),
                '/' => b == 0 ? run.Fail($"Expected a divisor other than 0, but found {a} / 0.") : new FeelNumber(a / b),
                _ => Powers.Power(run, a, b),
            };
        }
        catch (OverflowException)
        {
            return Calculation.TooLarge(run);
        }
    }
}

internal sealed class NegationNode(Node operand) : Node(operand)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) => operand.Evaluate(run, scope) switch
    {
        FeelNumber number => new FeelNumber(-number.Value),
        FeelDuration duration => new FeelDuration(-duration.Seconds),
        FeelMonths months => new FeelMonths(-months.Months),
        var other => run.Fail($"Expected a number or a duration after '-', but found {FeelText.Brief(other)}."),
    };
}
