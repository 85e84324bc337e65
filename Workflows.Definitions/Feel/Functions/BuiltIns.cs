using System.Collections.Frozen;

namespace Workflows.Definitions.Feel;

/// <summary>All built-in functions (DMN 1.5 §10.3.4), by name.</summary>
internal static class BuiltIns
{
    private static readonly FrozenDictionary<string, BuiltIn> ByName = new[]
    {
        BooleanFunctions.All,
        StringFunctions.All,
        ListFunctions.All,
        AggregateFunctions.All,
        NumberFunctions.All,
        ConversionFunctions.All,
        TemporalFunctions.All,
        RangeFunctions.All,
        ContextFunctions.All,
    }.SelectMany(family => family).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static FeelNames Names { get; } = KnownNames();

    public static BuiltIn? Find(string name) => ByName.GetValueOrDefault(name);

    private static FeelNames KnownNames()
    {
        var names = new FeelNames();
        names.AddRange(ByName.Keys);
        return names;
    }
}
