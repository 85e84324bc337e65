namespace Workflows.Definitions.Feel;

/// <summary>A function that FEEL brings along, in one or more signatures, of which the first that fits is taken.</summary>
internal sealed record BuiltIn(string BuiltInName, params Signature[] Signatures) : FeelFunction
{
    public override string Name => BuiltInName;

    public override IReadOnlyList<string> Parameters { get; } = [.. Signatures[0].Parameters.Select(parameter => parameter.Name)];

    internal override FunctionType Type => new([.. Signatures[0].Parameters.Select(parameter => parameter.Type)], FeelType.Any);

    internal override FeelValue Invoke(Evaluation run, FeelValue[] arguments)
    {
        foreach (var signature in Signatures)
        {
            if (signature.Bind(run, arguments) is { } bound)
            {
                return Called(run, signature, bound);
            }
        }

        return Refuse(run, arguments);
    }

    internal override FeelValue InvokeNamed(Evaluation run, string[] names, FeelValue[] arguments)
    {
        foreach (var signature in Signatures)
        {
            if (signature.BindNamed(run, names, arguments) is { } bound)
            {
                return Called(run, signature, bound);
            }
        }

        return Refuse(run, arguments);
    }

    private static FeelValue Called(Evaluation run, Signature signature, FeelValue[] arguments)
    {
        run.Spend(4);

        foreach (var argument in arguments)
        {
            if (argument is FeelString text)
            {
                run.Spend(text.Value.Length / 32);
            }
        }

        var result = signature.Body(run, new Arguments(arguments));

        if (result is FeelString built)
        {
            run.Reserve(built.Value.Length);
        }

        return result;
    }

    private FeelValue Refuse(Evaluation run, FeelValue[] arguments) =>
        run.Fail($"Expected {string.Join(" or ", Signatures.Select(signature => signature.Describe(Name)))}, but it was given ({string.Join(", ", arguments.Select(FeelText.Brief))}).");
}

/// <summary>What a built-in function does with its arguments, which have been checked.</summary>
internal delegate FeelValue BuiltInBody(Evaluation run, Arguments arguments);

/// <summary>Arguments in the order of the parameters; one that was left out is null.</summary>
internal readonly record struct Arguments(FeelValue[] Values)
{
    public FeelValue this[int index] => Values[index];

    public bool Has(int index) => Values[index] is not FeelNull;

    public string Text(int index) => ((FeelString)Values[index]).Value;

    public decimal Number(int index) => ((FeelNumber)Values[index]).Value;

    /// <summary>A whole number within the range of int, fractions cut off.</summary>
    public int Whole(int index) => (int)Math.Clamp(decimal.Truncate(Number(index)), int.MinValue, int.MaxValue);

    public FeelList List(int index) => (FeelList)Values[index];

    public FeelContext Context(int index) => (FeelContext)Values[index];

    public FeelFunction Function(int index) => (FeelFunction)Values[index];
}
