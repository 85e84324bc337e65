namespace Workflows.Engine.Storage;

/// <summary>The rows that one accepted command adds and changes: plain values, written later in one piece and in this order.</summary>
/// <remarks>
/// Any row of <see cref="EngineDb"/>'s model can be put here. How it is written follows from the model, so that a new table needs a
/// configuration and a migration and nothing else.
/// </remarks>
public sealed class RowChanges
{
    private readonly List<RowChange> all = [];

    internal IReadOnlyList<RowChange> All => all;

    /// <summary>Adds a row; one with the same key makes the whole command fail.</summary>
    public void Add(object row) => all.Add(new RowChange(RowChangeKind.Add, row));

    /// <summary>Adds a row unless there is one with the same key.</summary>
    public void AddUnlessThere(object row) => all.Add(new RowChange(RowChangeKind.AddUnlessThere, row));

    /// <summary>Writes a row anew that is there already: every column, found by its key.</summary>
    /// <param name="readVersion">For a table with a version: the version that was read. Where another one stands there now, nothing is changed.</param>
    /// <param name="except">A property whose column stays as it is.</param>
    public void Change(object row, int? readVersion = null, string? except = null) =>
        all.Add(new RowChange(RowChangeKind.Change, row, readVersion, except));
}

internal enum RowChangeKind
{
    Add,
    AddUnlessThere,
    Change,
}

internal readonly record struct RowChange(RowChangeKind Kind, object Row, int? ReadVersion = null, string? Except = null);
