using System.Collections;
using System.Runtime.CompilerServices;

namespace Workflows.Definitions.Feel;

/// <summary>A list of values.</summary>
[CollectionBuilder(typeof(FeelList), nameof(Create))]
public sealed record FeelList : FeelValue, IReadOnlyList<FeelValue>
{
    public static readonly FeelList Empty = new([], 0, Extent.Around());

    private readonly FeelValue[] _items;
    private readonly Extent _extent;

    public FeelList(IEnumerable<FeelValue> items)
    {
        _items = [.. items];
        Count = _items.Length;
        _extent = Extent.Around(_items);
    }

    private FeelList(FeelValue[] items, int count, Extent extent) => (_items, Count, _extent) = (items, count, extent);

    public int Count { get; }

    internal ReadOnlySpan<FeelValue> Items => _items.AsSpan(0, Count);

    internal override Extent Extent => _extent;

    public FeelValue this[int index] => Items[index];

    public static FeelList Create(ReadOnlySpan<FeelValue> items) => Over(items.ToArray());

    public IEnumerator<FeelValue> GetEnumerator() => _items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(FeelList? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode()
    {
        var hash = new HashCode();

        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>A list over the array, which nobody changes afterwards.</summary>
    internal static FeelList Over(FeelValue[] items) => items.Length == 0 ? Empty : new FeelList(items, items.Length, Extent.Around(items));

    /// <summary>The first <paramref name="count"/> items of an array that only grows behind them.</summary>
    internal static FeelList Prefix(FeelValue[] items, int count, Extent extent) => new(items, count, extent);
}
