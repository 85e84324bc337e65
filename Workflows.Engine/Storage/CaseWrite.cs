namespace Workflows.Engine.Storage;

/// <summary>What one command wants to have written: all of it or nothing.</summary>
internal sealed class CaseWrite
{
    private readonly Func<int, RowChanges?> rows;

    public CaseWrite(string caseId, RowChanges rows) => (CaseId, this.rows) = (caseId, _ => rows);

    /// <param name="series">The series from which a new case takes its number.</param>
    /// <param name="rows">From the serial in the series to the rows; null where the start is refused, which takes no serial.</param>
    public CaseWrite(string caseId, string series, Func<int, RowChanges?> rows) => (CaseId, Series, this.rows) = (caseId, series, rows);

    public string CaseId { get; }

    /// <summary>Null for a case that has its number.</summary>
    public string? Series { get; }

    /// <summary>The rows; may be asked again with another serial where the first writing was taken back.</summary>
    public RowChanges? Rows(int serial) => rows(serial);
}
