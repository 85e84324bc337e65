namespace Workflows.Definitions.Feel;

internal sealed class ListNode(Node[] items) : Node(items)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        run.Reserve(items.Length);
        var values = new FeelValue[items.Length];

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(run, scope);
        }

        return FeelList.Over(values);
    }
}

/// <summary>A context; each entry sees those before it as local variables.</summary>
/// <param name="result">What a boxed context ends with instead, where it has an entry without a name.</param>
internal sealed class ContextNode(string[] names, Node[] values, Node? result = null) : Node(result is null ? values : [.. values, result])
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        run.Reserve(names.Length);
        var evaluated = new FeelValue[names.Length];

        for (var i = 0; i < names.Length; i++)
        {
            evaluated[i] = values[i].Evaluate(run, scope);
            scope = scope.Push(evaluated[i]);
        }

        return result is not null ? result.Evaluate(run, scope)
            : evaluated.Length == 0 ? FeelContext.Empty
            : new FeelContext(names, evaluated);
    }
}

internal sealed class RangeNode(Node start, bool startIncluded, Node end, bool endIncluded) : Node(start, end)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var a = start.Evaluate(run, scope);
        var b = end.Evaluate(run, scope);

        return a is FeelNull || b is FeelNull || FeelOrder.Compare(a, b) is not null
            ? FeelRange.Interval(a, startIncluded, b, endIncluded)
            : run.Fail($"Expected a range between two values that can be compared, but found {FeelText.Brief(a)} and {FeelText.Brief(b)}.");
    }
}

/// <summary>A range of one comparison, such as <c>&lt; 10</c>.</summary>
internal sealed class BoundNode(RangeForm form, Node bound) : Node(bound)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) => FeelRange.Of(form, bound.Evaluate(run, scope));
}

/// <summary><c>function(a, b) body</c>, which keeps the variables of the place where it was written.</summary>
internal sealed class FunctionNode(string[] parameters, FeelType?[] types, Node body) : Node(body)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) => new Closure(parameters, types, body, scope);
}

/// <summary>A part of an expression that can only fail.</summary>
internal sealed class FailNode(string warning) : Node
{
    public override FeelValue Evaluate(Evaluation run, Scope scope) => run.Fail(warning);
}

internal sealed record Closure(string[] ParameterNames, FeelType?[] Types, Node Body, Scope Scope, string ClosureName = "") : FeelFunction
{
    public override string Name => ClosureName;

    public override IReadOnlyList<string> Parameters => ParameterNames;

    internal override FunctionType Type => new([.. Types.Select(type => type ?? FeelType.Any)], FeelType.Any);

    internal override FeelValue Invoke(Evaluation run, FeelValue[] arguments)
    {
        if (arguments.Length != ParameterNames.Length)
        {
            return run.Fail($"Expected function '{Name}' to be given {ParameterNames.Length} values, but it was given {arguments.Length}.");
        }

        var scope = Scope;

        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i];

            if (Types[i] is { } type)
            {
                if (type.Conform(value, run) is not { } conformed)
                {
                    return run.Fail($"Expected '{ParameterNames[i]}' of function '{Name}' to be {type}, but it is {FeelText.Brief(value)}.");
                }

                value = conformed;
            }

            scope = scope.Push(value);
        }

        return run.Call(Body, scope);
    }
}

/// <summary>One row of a relation: a context whose entries do not see each other.</summary>
internal sealed class RowNode(string[] names, Node[] values) : Node(values)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        run.Reserve(names.Length);
        return new FeelContext(names, [.. values.Select(value => value.Evaluate(run, scope))]);
    }
}

/// <summary>A value that has to conform to a type; else null with a warning.</summary>
internal sealed class ConformingNode(Node value, FeelType type, string name) : Node(value)
{
    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        var v = value.Evaluate(run, scope);
        return type.Conform(v, run) ?? run.Fail($"Expected '{name}' to be {type}, but it is {FeelText.Brief(v)}.");
    }
}
