namespace Workflows.Definitions.Feel;

internal sealed record AnyType : FeelType
{
    public override string Name => "Any";

    public override bool Includes(FeelValue value) => true;
}

internal sealed record SimpleType<T>(string TypeName) : FeelType
    where T : FeelValue
{
    public override string Name => TypeName;

    public override bool Includes(FeelValue value) => value is T or FeelNull;
}

internal sealed record ListType(FeelType Element) : FeelType
{
    public override string Name => $"list<{Element.Name}>";

    public override bool Includes(FeelValue value)
    {
        if (value is not FeelList list)
        {
            return value is FeelNull;
        }

        foreach (var item in list.Items)
        {
            if (!Element.Includes(item))
            {
                return false;
            }
        }

        return true;
    }

    public override FeelValue? Conform(FeelValue value)
    {
        if (Includes(value))
        {
            return value;
        }

        var items = value is FeelList list ? list.Items : [value];
        var conformed = new FeelValue[items.Length];

        for (var i = 0; i < items.Length; i++)
        {
            if (Element.Conform(items[i]) is not { } item)
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

    public override bool Includes(FeelValue value) =>
        value is FeelNull || (value is FeelRange range && Element.Includes(range.Start) && Element.Includes(range.End));
}

/// <summary>A context with at least these entries.</summary>
internal sealed record ContextType(IReadOnlyList<KeyValuePair<string, FeelType>> Fields) : FeelType
{
    public override string Name => Fields.Count == 0 ? "context" : $"context<{string.Join(", ", Fields.Select(entry => $"{entry.Key}: {entry.Value.Name}"))}>";

    public override bool Includes(FeelValue value) =>
        value is FeelNull || (value is FeelContext context && Fields.All(entry => context.TryGet(entry.Key, out var found) && entry.Value.Includes(found)));

    public override FeelValue? Conform(FeelValue value)
    {
        if (Includes(value))
        {
            return value;
        }

        if (value is FeelList { Count: 1 } list)
        {
            return Conform(list.Items[0]);
        }

        if (value is not FeelContext context)
        {
            return null;
        }

        foreach (var (name, type) in Fields)
        {
            if (!context.TryGet(name, out var entry) || type.Conform(entry) is not { } conformed)
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

    public override bool Includes(FeelValue value) =>
        value is FeelNull || (value is FeelFunction function && (Parameters is null || Parameters.Count == function.Parameters.Count));
}
