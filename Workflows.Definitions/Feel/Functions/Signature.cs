namespace Workflows.Definitions.Feel;

/// <summary>How many values one parameter takes.</summary>
internal enum Arity
{
    One,

    /// <summary>May be left out or null.</summary>
    Optional,

    /// <summary>One value, which may be null.</summary>
    Nullable,

    /// <summary>One list, or any number of its items.</summary>
    Spread,

    /// <summary>This value and all that follow, as a list.</summary>
    Rest,
}

internal sealed record Parameter(string Name, FeelType Type, Arity Arity = Arity.One)
{
    public static Parameter Any(string name) => new(name, FeelType.Any, Arity.Nullable);

    public static Parameter Text(string name) => new(name, FeelType.Text);

    public static Parameter Number(string name) => new(name, FeelType.Number);

    public static Parameter List(string name) => new(name, FeelType.AnyList);

    public static Parameter Context(string name) => new(name, FeelType.AnyContext);

    public static Parameter Function(string name) => new(name, FeelType.AnyFunction);

    public static Parameter Date(string name) => new(name, FeelType.Date);

    public static Parameter Spread(string name) => new(name, FeelType.AnyList, Arity.Spread);

    public static Parameter Rest(string name, FeelType type) => new(name, type, Arity.Rest);

    public Parameter Optional() => this with { Arity = Arity.Optional };

    /// <summary>The value as the parameter takes it; null where it does not.</summary>
    public FeelValue? Take(Evaluation run, FeelValue value) => value switch
    {
        FeelNull => Arity is Arity.Optional or Arity.Nullable ? value : null,
        _ => Type.Conform(value, run),
    };
}

internal sealed record Signature(BuiltInBody Body, params Parameter[] Parameters)
{
    /// <summary>The arguments in the order of the parameters; null where they do not fit.</summary>
    public FeelValue[]? Bind(Evaluation run, FeelValue[] arguments)
    {
        if (Parameters is [{ Arity: Arity.Spread }])
        {
            return arguments is [] or [FeelNull] ? null : [arguments is [FeelList list] ? list : FeelList.Over([.. arguments])];
        }

        if (arguments.Length > Parameters.Length && Parameters is not [.., { Arity: Arity.Rest }])
        {
            return null;
        }

        var bound = new FeelValue[Parameters.Length];

        for (var i = 0; i < bound.Length; i++)
        {
            var parameter = Parameters[i];
            var value = i >= arguments.Length ? (parameter.Arity is Arity.Optional ? FeelValue.Null : null)
                : parameter.Arity is Arity.Rest ? BindRest(run, parameter, arguments.AsSpan(i))
                : parameter.Take(run, arguments[i]);

            if (value is null)
            {
                return null;
            }

            bound[i] = value;
        }

        return bound;
    }

    public FeelValue[]? BindNamed(Evaluation run, string[] names, FeelValue[] arguments)
    {
        var bound = new FeelValue?[Parameters.Length];

        for (var i = 0; i < names.Length; i++)
        {
            var at = Array.FindIndex(Parameters, parameter => parameter.Name == names[i]);

            if (at < 0 || bound[at] is not null)
            {
                return null;
            }

            var parameter = Parameters[at];
            bound[at] = parameter.Arity is Arity.Spread or Arity.Rest
                ? arguments[i] is FeelNull ? null : FeelType.AnyList.Conform(arguments[i], run)
                : parameter.Take(run, arguments[i]);

            if (bound[at] is null)
            {
                return null;
            }
        }

        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] ??= Parameters[i].Arity is Arity.Optional ? FeelValue.Null : null;

            if (bound[i] is null)
            {
                return null;
            }
        }

        return bound!;
    }

    public string Describe(string name) => $"{name}({string.Join(", ", Parameters.Select(parameter =>
        $"{parameter.Name}: {parameter.Type}{(parameter.Arity is Arity.Optional ? "?" : parameter.Arity is Arity.Rest or Arity.Spread ? " ..." : "")}"))})";

    private static FeelList? BindRest(Evaluation run, Parameter parameter, ReadOnlySpan<FeelValue> arguments)
    {
        var values = new FeelValue[arguments.Length];

        for (var i = 0; i < values.Length; i++)
        {
            if (parameter.Type == FeelType.Any)
            {
                values[i] = arguments[i];
            }
            else if (parameter.Take(run, arguments[i]) is { } value)
            {
                values[i] = value;
            }
            else
            {
                return null;
            }
        }

        return FeelList.Over(values);
    }
}
