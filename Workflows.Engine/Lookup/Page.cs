namespace Workflows.Engine.Lookup;

/// <summary>A page of a list.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Total">How many there are on all pages; where there are more than it pays to count, how many there are at least.</param>
/// <param name="HasMore">True where there are more than <paramref name="Total"/>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total, bool HasMore = false);

/// <summary>Which page is wanted.</summary>
/// <param name="Number">1-based; smaller numbers mean the first page.</param>
/// <param name="Size">At most <see cref="LargestSize"/>; what lies outside is moved to the nearest.</param>
public sealed record PageRequest(int Number = 1, int Size = 20)
{
    public const int LargestSize = 200;

    public int Number { get; } = Math.Max(1, Number);

    public int Size { get; } = Math.Clamp(Size, 1, LargestSize);

    /// <summary>So many are counted before "more than that" is answered; always enough to know whether another page follows.</summary>
    internal int Counted => Math.Max(1000, Skipped + Size);

    internal int Skipped => (Number - 1) * Size;
}
