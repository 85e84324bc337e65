namespace Workflows.Definitions.Feel;

/// <summary>Collects entries, so that building a context of n entries takes n steps.</summary>
public sealed class FeelContextBuilder
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<FeelValue> _values = [];

    internal string[] Names => [.. _names];

    internal FeelValue[] Values => [.. _values];

    public bool Contains(string name) => _index.ContainsKey(name);

    public void Put(string name, FeelValue value)
    {
        if (_index.TryGetValue(name, out var at))
        {
            _values[at] = value;
            return;
        }

        _index[name] = _names.Count;
        _names.Add(name);
        _values.Add(value);
    }

    public FeelContext Build() => _names.Count == 0 ? FeelContext.Empty : new FeelContext(Names, Values);
}
