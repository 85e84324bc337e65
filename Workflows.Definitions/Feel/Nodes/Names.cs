namespace Workflows.Definitions.Feel;

internal sealed class Constant(FeelValue value) : Node
{
    public FeelValue Value => value;

    public override FeelValue Evaluate(Evaluation run, Scope scope) => value;
}

/// <summary>A variable of the scope, or the built-in function of that name.</summary>
internal sealed class VariableNode(string name, FeelFunction? builtIn) : Node
{
    public string Name => name;

    public override FeelValue Evaluate(Evaluation run, Scope scope) =>
        scope.Variables.TryGet(name, out var value) ? value
        : builtIn ?? run.Fail($"Expected a value named '{name}', but the scope has none.");
}

/// <summary>A local variable, <paramref name="steps"/> locals outwards.</summary>
internal sealed class LocalNode(int steps) : Node
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) => Find(scope.Locals!, steps);

    public static FeelValue Find(Local local, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            local = local.Outer!;
        }

        return local.Value;
    }
}

/// <summary>A name within a filter: the item's entry of that name, where it has one.</summary>
internal sealed class ItemEntryNode(int steps, string name, Node otherwise) : Node(otherwise)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) =>
        LocalNode.Find(scope.Locals!, steps) is FeelContext item && item.TryGet(name, out var value) ? value
        : otherwise.Evaluate(run, scope);
}
