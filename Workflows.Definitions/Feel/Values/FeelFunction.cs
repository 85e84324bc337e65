namespace Workflows.Definitions.Feel;

/// <summary>Something that can be called from an expression. Two functions are equal when they are the same.</summary>
public abstract record FeelFunction : FeelValue
{
    /// <summary>For messages; empty for a function without a name.</summary>
    public abstract string Name { get; }

    /// <summary>The names of the parameters, in order.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>Its type, as far as it is declared: a parameter or result of any type where it is not.</summary>
    internal virtual FunctionType Type => new([.. Parameters.Select(_ => FeelType.Any)], FeelType.Any);

    /// <summary>A function of the host, to be put into a scope under a name.</summary>
    /// <param name="body">Gets as many values as there are parameters. It must be quick, and must not throw for what the values are.</param>
    public static FeelFunction Native(string name, IReadOnlyList<string> parameters, Func<IReadOnlyList<FeelValue>, FeelValue> body) =>
        new NativeFunction(name, parameters, body);

    public virtual bool Equals(FeelFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Calls the function with arguments in the order of the parameters.</summary>
    internal abstract FeelValue Invoke(Evaluation run, FeelValue[] arguments);

    /// <summary>Calls the function with named arguments.</summary>
    internal virtual FeelValue InvokeNamed(Evaluation run, string[] names, FeelValue[] arguments)
    {
        var ordered = new FeelValue[Parameters.Count];

        for (var i = 0; i < names.Length; i++)
        {
            var at = IndexOf(names[i]);

            if (at < 0)
            {
                return run.Fail($"Expected function '{Name}' to be given {string.Join(", ", Parameters)}, but it was given '{names[i]}'.");
            }

            ordered[at] = arguments[i];
        }

        var missing = Array.IndexOf(ordered, null);
        return missing < 0
            ? Invoke(run, ordered)
            : run.Fail($"Expected function '{Name}' to be given '{Parameters[missing]}', but it is missing.");
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
