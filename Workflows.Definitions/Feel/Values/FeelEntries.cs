using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Workflows.Definitions.Feel;

/// <summary>The entries of a context as a dictionary, in the context's order.</summary>
internal sealed class FeelEntries(FeelContext context) : IReadOnlyDictionary<string, FeelValue>
{
    public int Count => context.Count;

    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    public IEnumerable<FeelValue> Values => this.Select(entry => entry.Value);

    public FeelValue this[string key] =>
        context.TryGet(key, out var value) ? value : throw new KeyNotFoundException($"Expected an entry '{key}', but the context has none.");

    public bool ContainsKey(string key) => context.TryGet(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FeelValue value) => context.TryGet(key, out value);

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator()
    {
        for (var i = 0; i < context.Count; i++)
        {
            yield return new KeyValuePair<string, FeelValue>(context.Names[i], context.Values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
