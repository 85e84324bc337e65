using System.Collections.Immutable;

namespace Workflows.Definitions.Feel;

/// <summary>Named values, in the order in which they were put.</summary>
public sealed record FeelContext : FeelValue
{
    public static readonly FeelContext Empty = new(ImmutableSortedDictionary<string, FeelValue>.Empty.WithComparers(StringComparer.Ordinal));

    public FeelContext(ImmutableSortedDictionary<string, FeelValue> entries) => Entries = entries;

    public ImmutableSortedDictionary<string, FeelValue> Entries { get; }

    /// <summary>The value of the entry, or null where there is none.</summary>
    public FeelValue this[string name] => Entries.GetValueOrDefault(name) ?? Null;

    public FeelContext With(string name, FeelValue value) => new(Entries.SetItem(name, value));
}
