using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions;

/// <summary>Business knowledge as expressions call it.</summary>
internal sealed record KnowledgeFunction(KnowledgeElement Knowledge) : FeelFunction
{
    public override string Name => Knowledge.Name;

    public override IReadOnlyList<string> Parameters => Knowledge.Parameters;

    internal override FunctionType Type => new(Knowledge.ParameterTypes, Knowledge.Type);

    internal override FeelValue Invoke(Evaluation run, FeelValue[] arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            return run.Fail($"Expected '{Name}' to be given {Parameters.Count} values, but it was given {arguments.Length}.");
        }

        if (Knowledge.Body is null)
        {
            return run.Fail($"Expected '{Name}' to have logic, but it has none.");
        }

        var scope = new Scope(Knowledge.Scope, null);

        for (var i = 0; i < arguments.Length; i++)
        {
            if (Knowledge.ParameterTypes[i].Conform(arguments[i], run) is not { } value)
            {
                return run.Fail($"Expected '{Parameters[i]}' of '{Name}' to be {Knowledge.ParameterTypes[i]}, but it is {FeelText.Brief(arguments[i])}.");
            }

            scope = scope.Push(value);
        }

        return DecisionRun.Conformed(run, Knowledge, run.Call(Knowledge.Body, scope));
    }
}

/// <summary>A decision service as expressions call it: its inputs are the parameters.</summary>
internal sealed record ServiceFunction(ServiceElement Service) : FeelFunction
{
    public override string Name => Service.Name;

    public override IReadOnlyList<string> Parameters { get; } = [.. Service.Inputs.Select(input => input.Element.Name)];

    internal override FunctionType Type => new([.. Service.Inputs.Select(input => input.Element.Type)], Service.Type);

    internal override FeelValue Invoke(Evaluation run, FeelValue[] arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            return run.Fail($"Expected decision service '{Name}' to be given {Parameters.Count} values, but it was given {arguments.Length}.");
        }

        var given = new Dictionary<DrgElement, FeelValue>();

        for (var i = 0; i < arguments.Length; i++)
        {
            var input = Service.Inputs[i].Element;

            if (input.Type.Conform(arguments[i], run) is not { } value)
            {
                return run.Fail($"Expected '{input.Name}' of decision service '{Name}' to be {input.Type}, but it is {FeelText.Brief(arguments[i])}.");
            }

            given[input] = value;
        }

        return new DecisionRun(run, given).Service(Service);
    }
}
