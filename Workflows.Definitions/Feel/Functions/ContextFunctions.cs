namespace Workflows.Definitions.Feel;

/// <summary>DMN 1.5 table 80.</summary>
internal static class ContextFunctions
{
    public static readonly BuiltIn[] All =
    [
        new("get value", new Signature((_, a) => a.Context(0)[a.Text(1)], Parameter.Context("m"), Parameter.Text("key"))),
        new("get entries", new Signature(GetEntries, Parameter.Context("m"))),
        new("context", new Signature(OfEntries, Parameter.List("entries"))),
        new(
            "context put",
            new Signature((run, a) => Put(run, a.Context(0), [a.Text(1)], a[2]), Parameter.Context("context"), Parameter.Text("key"), Parameter.Any("value")),
            new Signature(PutDeep, Parameter.Context("context"), Parameter.List("keys"), Parameter.Any("value"))),
        new("context merge", new Signature(Merge, Parameter.List("contexts"))),
    ];

    private static FeelList GetEntries(Evaluation run, Arguments a)
    {
        var context = a.Context(0);
        run.Spend(context.Count);
        run.Reserve(3L * context.Count);
        return new FeelList(context.Entries.Select(entry => new FeelContext(["key", "value"], [entry.Key, entry.Value])));
    }

    private static FeelValue OfEntries(Evaluation run, Arguments a)
    {
        var builder = new FeelContextBuilder();
        run.Spend(a.List(0).Count);
        run.Reserve(a.List(0).Count);

        foreach (var item in a.List(0))
        {
            if (item is not FeelContext entry || entry["key"] is not FeelString key || !entry.TryGet("value", out var value) || builder.Contains(key.Value))
            {
                return run.Fail($"Expected entries with a key of their own and a value, but found {FeelText.Brief(item)}.");
            }

            builder.Put(key.Value, value);
        }

        return builder.Build();
    }

    private static FeelValue PutDeep(Evaluation run, Arguments a)
    {
        var keys = a.List(1);
        return keys.Count > 0 && keys.All(key => key is FeelString)
            ? Put(run, a.Context(0), [.. keys.Select(key => ((FeelString)key).Value)], a[2])
            : run.Fail("Expected a list of names to put a value under, but found something else.");
    }

    private static FeelValue Put(Evaluation run, FeelContext context, ReadOnlySpan<string> keys, FeelValue value)
    {
        run.Spend(context.Count);
        run.Reserve(context.Count + 1);

        if (keys.Length == 1)
        {
            return context.With(keys[0], value);
        }

        return context[keys[0]] is FeelContext inner
            ? Put(run, inner, keys[1..], value) is FeelContext changed ? context.With(keys[0], changed) : FeelValue.Null
            : run.Fail($"Expected a context under '{keys[0]}', but found {FeelText.Brief(context[keys[0]])}.");
    }

    private static FeelValue Merge(Evaluation run, Arguments a)
    {
        var builder = new FeelContextBuilder();

        foreach (var item in a.List(0))
        {
            if (item is not FeelContext context)
            {
                return run.Fail($"Expected a list of contexts, but found {FeelText.Brief(item)} in it.");
            }

            run.Spend(context.Count);
            run.Reserve(context.Count);

            foreach (var (name, value) in context.Entries)
            {
                builder.Put(name, value);
            }
        }

        return builder.Build();
    }
}
