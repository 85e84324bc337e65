namespace Workflows.Definitions.Feel;

internal sealed record NativeFunction(string NativeName, IReadOnlyList<string> ParameterNames, Func<IReadOnlyList<FeelValue>, FeelValue> Body) : FeelFunction
{
    public override string Name => NativeName;

    public override IReadOnlyList<string> Parameters => ParameterNames;

    internal override FeelValue Invoke(Evaluation run, FeelValue[] arguments)
    {
        run.Spend(4);
        return arguments.Length == Parameters.Count
            ? Body(arguments)
            : run.Fail($"Expected function '{Name}' to be given {Parameters.Count} values, but it was given {arguments.Length}.");
    }
}
