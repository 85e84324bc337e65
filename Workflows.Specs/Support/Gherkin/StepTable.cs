namespace Workflows.Specs.Support.Gherkin;

/// <summary>The table below a step: the first row names the columns.</summary>
public sealed class StepTable(IReadOnlyList<IReadOnlyList<string>> cells)
{
    /// <summary>Every row below the first, by column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } =
        [.. cells.Skip(1).Select(row => cells[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];

    /// <summary>A table of two columns without a heading, as names and values.</summary>
    public IReadOnlyDictionary<string, string> Pairs() => cells.All(row => row.Count == 2)
        ? cells.ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal)
        : throw new ArgumentException($"Expected a table of names and values, but it has {cells[0].Count} columns.");

    /// <summary>The cells of a table of one column without a heading.</summary>
    public IReadOnlyList<string> List() => cells.All(row => row.Count == 1)
        ? [.. cells.Select(row => row[0])]
        : throw new ArgumentException($"Expected a table of one column, but it has {cells[0].Count}.");
}
