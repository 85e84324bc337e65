namespace Workflows.Definitions.Feel;

/// <summary>When every value of one type is one of another (DMN 1.5 §10.3.2.9.3).</summary>
internal static class TypeConformance
{
    /// <summary>Types within types within types: beyond this many nobody asks, and types that hold themselves end.</summary>
    private const int Deepest = 50;

    public static bool ConformsTo(this FeelType type, FeelType other, int depth = 0) =>
        depth > Deepest || ReferenceEquals(type, other) || other == FeelType.Any || (type.Resolved(), other.Resolved()) switch
        {
            (ListType a, ListType b) => a.Element.ConformsTo(b.Element, depth + 1),
            (RangeType a, RangeType b) => a.Element.ConformsTo(b.Element, depth + 1),
            (ContextType a, ContextType b) => b.Fields.All(field => a.Fields.Any(own => own.Key == field.Key && own.Value.ConformsTo(field.Value, depth + 1))),
            (FunctionType a, FunctionType b) => Functions(a, b, depth + 1),
            var (a, b) => a == FeelType.Null || a == b,
        };

    /// <summary>Parameters may be wider than asked for, the result narrower.</summary>
    private static bool Functions(FunctionType type, FunctionType other, int depth) =>
        other.Parameters is null
        || (type.Parameters?.Count == other.Parameters.Count
            && other.Parameters.Zip(type.Parameters).All(pair => pair.First.ConformsTo(pair.Second, depth))
            && (type.Result == FeelType.Any || type.Result.ConformsTo(other.Result, depth)));
}
