using System.Diagnostics.CodeAnalysis;

namespace Workflows.Definitions.Feel;

/// <summary>Named values, in the order in which they were put.</summary>
/// <remarks>Two contexts are equal when they hold equal values under the same names, in whatever order.</remarks>
public sealed record FeelContext : FeelValue
{
    /// <summary>Up to this many entries a search along the array is faster than an index.</summary>
    private const int Short = 8;

    public static readonly FeelContext Empty = new([], [], Extent.Around());

    private readonly string[] _names;
    private readonly FeelValue[] _values;
    private readonly Extent _extent;
    private Dictionary<string, int>? _index;

    /// <summary>A context of the entries; where a name comes twice, the later value stays at the earlier place.</summary>
    public FeelContext(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var builder = new FeelContextBuilder();

        foreach (var (name, value) in entries)
        {
            builder.Put(name, value);
        }

        (_names, _values, _extent) = (builder.Names, builder.Values, Extent.Around(builder.Values));
    }

    internal FeelContext(string[] names, FeelValue[] values)
        : this(names, values, Extent.Around(values))
    {
    }

    private FeelContext(string[] names, FeelValue[] values, Extent extent) => (_names, _values, _extent) = (names, values, extent);

    public IReadOnlyDictionary<string, FeelValue> Entries => new FeelEntries(this);

    public int Count => _names.Length;

    internal ReadOnlySpan<string> Names => _names;

    internal ReadOnlySpan<FeelValue> Values => _values;

    internal override Extent Extent => _extent;

    /// <summary>The value of the entry, or null where there is none.</summary>
    public FeelValue this[string name] => TryGet(name, out var value) ? value : Null;

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        var at = IndexOf(name);
        value = at < 0 ? null : _values[at];
        return at >= 0;
    }

    public FeelContext With(string name, FeelValue value)
    {
        var at = IndexOf(name);

        if (at >= 0)
        {
            var replaced = (FeelValue[])_values.Clone();
            replaced[at] = value;
            return WithValues(replaced);
        }

        return new FeelContext([.. _names, name], [.. _values, value], _extent.And(value));
    }

    /// <summary>This context with all entries of the other, which replace those of the same name.</summary>
    public FeelContext With(FeelContext entries)
    {
        if (entries.Count == 0 || Count == 0)
        {
            return Count == 0 ? entries : this;
        }

        var names = new List<string>(_names);
        var values = new List<FeelValue>(_values);

        for (var i = 0; i < entries.Count; i++)
        {
            if (IndexOf(entries._names[i]) is var at and >= 0)
            {
                values[at] = entries._values[i];
            }
            else
            {
                names.Add(entries._names[i]);
                values.Add(entries._values[i]);
            }
        }

        return new FeelContext([.. names], [.. values]);
    }

    /// <summary>The same names with other values.</summary>
    /// <param name="values">One for each name, in their order; the context keeps the array.</param>
    internal FeelContext WithValues(FeelValue[] values) => new(_names, values, Extent.Around(values)) { _index = _index };

    public FeelContext Without(string name) =>
        IndexOf(name) < 0 ? this : new FeelContext(Entries.Where(entry => entry.Key != name));

    public bool Equals(FeelContext? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (!other.TryGet(_names[i], out var value) || !value.Equals(_values[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override int GetHashCode()
    {
        var hash = Count;

        for (var i = 0; i < _names.Length; i++)
        {
            hash ^= HashCode.Combine(_names[i], _values[i]);
        }

        return hash;
    }

    /// <summary>The place of an entry; -1 where there is none.</summary>
    internal int IndexOf(string name)
    {
        if (_names.Length > Short)
        {
            _index ??= Indexed(_names);
            return _index.GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, int> Indexed(string[] names)
    {
        var index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);

        for (var i = 0; i < names.Length; i++)
        {
            index[names[i]] = i;
        }

        return index;
    }
}
