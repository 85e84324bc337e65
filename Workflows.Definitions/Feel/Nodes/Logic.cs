namespace Workflows.Definitions.Feel;

/// <summary><c>and</c> in three-valued logic: false wins, then null; what is no boolean counts as null.</summary>
internal sealed class AndNode(Node[] operands) : Node(operands)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        FeelValue result = FeelBoolean.True;

        foreach (var operand in operands)
        {
            var value = operand.Evaluate(run, scope);

            if (ReferenceEquals(value, FeelBoolean.False))
            {
                return value;
            }

            result = ReferenceEquals(value, FeelBoolean.True) ? result : FeelValue.Null;
        }

        return result;
    }
}

/// <summary><c>or</c> in three-valued logic: true wins, then null; what is no boolean counts as null.</summary>
internal sealed class OrNode(Node[] operands) : Node(operands)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        FeelValue result = FeelBoolean.False;

        foreach (var operand in operands)
        {
            var value = operand.Evaluate(run, scope);

            if (ReferenceEquals(value, FeelBoolean.True))
            {
                return value;
            }

            result = ReferenceEquals(value, FeelBoolean.False) ? result : FeelValue.Null;
        }

        return result;
    }
}

/// <summary>Whatever is not true takes the else branch.</summary>
internal sealed class IfNode(Node condition, Node then, Node otherwise) : Node(condition, then, otherwise)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) =>
        ReferenceEquals(condition.Evaluate(run, scope), FeelBoolean.True) ? then.Evaluate(run, scope) : otherwise.Evaluate(run, scope);
}
