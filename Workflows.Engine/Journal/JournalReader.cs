using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>Reads journals (留痕) and checks that they are what was once written.</summary>
public sealed class JournalReader(EngineDatabase database)
{
    /// <summary>The entries of a case in their order; none for an unknown case.</summary>
    public async Task<IReadOnlyList<JournalEntry>> Read(string caseId, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return [.. (await Rows(db, caseId, cancellation)).Select(Entry)];
    }

    /// <summary>Checks a case's journal from its first entry to its last, and the case against it.</summary>
    public async Task<JournalVerdict> Verify(string caseId, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var rows = await Rows(db, caseId, cancellation);
        var state = await db.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Id == caseId, cancellation);
        return JournalCheck.Of(rows, state);
    }

    private static Task<List<JournalRow>> Rows(EngineDb db, string caseId, CancellationToken cancellation) =>
        db.Journal.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Sequence).ToListAsync(cancellation);

    private static JournalEntry Entry(JournalRow row) => new(
        row.CaseId,
        row.Sequence,
        row.CommandId,
        row.Command,
        CaseJson.ReadActor(row.Actor),
        row.HappenedAt,
        row.EnteredAt,
        CaseJson.ReadEvents(row.Events),
        row.PreviousHash,
        row.Hash);
}
