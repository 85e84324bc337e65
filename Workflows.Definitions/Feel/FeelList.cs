using System.Collections;

namespace Workflows.Definitions.Feel;

public sealed record FeelList(IEnumerable<FeelValue> Values) : FeelValue, IReadOnlyList<FeelValue>
{
    private readonly List<FeelValue> items = [.. Values];
    public FeelValue this[int index] => items[index];
    public int Count => items.Count;
    public IEnumerator<FeelValue> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
