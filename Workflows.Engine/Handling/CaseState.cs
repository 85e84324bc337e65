using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Reads a case's state: from its row, or from its journal where the row does not serve.</summary>
internal static class CaseState
{
    /// <summary>The case of a row; one in an older format is folded afresh from the journal.</summary>
    /// <exception cref="InvalidOperationException">A newer program has written the row.</exception>
    public static async ValueTask<Case> Of(EngineDatabase database, string caseId, StoredCase stored, CancellationToken cancellation)
    {
        switch (stored.StateFormat)
        {
            case CaseJson.StateFormat:
                return CaseJson.ReadCase(stored.State);
            case < CaseJson.StateFormat:
                await using (var db = database.Open())
                {
                    return await At(db, caseId, stored.Sequence, cancellation);
                }

            default:
                throw new InvalidOperationException($"Expected case '{caseId}' in a format up to {CaseJson.StateFormat}, but it is in format {stored.StateFormat}, which a newer program has written.");
        }
    }

    /// <summary>The case right after a journal entry.</summary>
    public static async Task<Case> At(EngineDb db, string caseId, int sequence, CancellationToken cancellation)
    {
        var texts = await db.Journal
            .Where(row => row.CaseId == caseId && row.Sequence <= sequence)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Events)
            .ToListAsync(cancellation);
        return CaseFolding.Replay(texts.SelectMany(text => CaseJson.ReadEvents(text)));
    }
}
