namespace Workflows.Definitions.Feel;

/// <summary><c>function(a, b)</c>, or with names, <c>function(x: a, y: b)</c>.</summary>
internal sealed class CallNode(Node function, Node[] arguments, string[]? names) : Node([function, .. arguments])
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        if (function.Evaluate(run, scope) is not FeelFunction target)
        {
            return run.Fail("Expected a function before '(', but found none.");
        }

        var values = new FeelValue[arguments.Length];

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(run, scope);
        }

        return names is null ? target.Invoke(run, values) : target.InvokeNamed(run, names, values);
    }
}
