namespace Workflows.Definitions.Feel;

internal sealed record AnyType : FeelType
{
    public override string Name => "Any";

    internal override bool Includes(FeelValue value, Evaluation run) => true;
}

internal sealed record SimpleType<T>(string TypeName) : FeelType
    where T : FeelValue
{
    public override string Name => TypeName;

    internal override bool Includes(FeelValue value, Evaluation run) => value is T or FeelNull;
}

internal sealed record ListType(FeelType Element) : FeelType
{
    public override string Name => $"list<{Element.Name}>";

    internal override bool Includes(FeelValue value, Evaluation run)
    {
        if (value is not FeelList list)
        {
            return value is FeelNull;
        }

        if (Element == Any)
        {
            return true;
        }

        run.Spend(list.Count);

        foreach (var item in list.Items)
        {
            if (!Element.Includes(item, run))
            {
                return false;
            }
        }

        return true;
    }

    internal override FeelValue? Conform(FeelValue value, Evaluation run)
    {
        if (Includes(value, run))
        {
            return value;
        }

        var items = value is FeelList list ? list.Items : [value];
        var conformed = new FeelValue[items.Length];

        for (var i = 0; i < items.Length; i++)
        {
            if (Element.Conform(items[i], run) is not { } item)
            {
                return null;
            }

            conformed[i] = item;
        }

        return FeelList.Over(conformed);
    }
}

internal sealed record RangeType(FeelType Element) : FeelType
{
    public override string Name => $"range<{Element.Name}>";

    internal override bool Includes(FeelValue value, Evaluation run) =>
        value is FeelNull || (value is FeelRange range && Element.Includes(range.Start, run) && Element.Includes(range.End, run));
}

/// <summary>A context with at least these entries.</summary>
internal sealed record ContextType(IReadOnlyList<KeyValuePair<string, FeelType>> Fields) : FeelType
{
    public override string Name => Fields.Count == 0 ? "context" : $"context<{string.Join(", ", Fields.Select(entry => $"{entry.Key}: {entry.Value.Name}"))}>";

    internal override bool Includes(FeelValue value, Evaluation run) =>
        value is FeelNull || (value is FeelContext context && Fields.All(entry => context.TryGet(entry.Key, out var found) && entry.Value.Includes(found, run)));

    internal override FeelValue? Conform(FeelValue value, Evaluation run)
    {
        if (Includes(value, run))
        {
            return value;
        }

        if (value is FeelList { Count: 1 } list)
        {
            return Conform(list.Items[0], run);
        }

        if (value is not FeelContext context)
        {
            return null;
        }

        // What data leave out is null, which is of every type.
        foreach (var (name, type) in Fields.Where(field => context.TryGet(field.Key, out _)))
        {
            if (type.Conform(context[name], run) is not { } conformed)
            {
                return null;
            }

            context = context.With(name, conformed);
        }

        return context;
    }
}

/// <summary>A function; the parameters' types are null where any function will do.</summary>
internal sealed record FunctionType(IReadOnlyList<FeelType>? Parameters, FeelType Result) : FeelType
{
    public override string Name => Parameters is null ? "function" : $"function<{string.Join(", ", Parameters.Select(type => type.Name))}> -> {Result.Name}";

    internal override bool Includes(FeelValue value, Evaluation run) =>
        value is FeelNull || (value is FeelFunction function && function.Type.ConformsTo(this));
}
