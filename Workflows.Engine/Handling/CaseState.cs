using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Reads a case as it once stood, from its journal.</summary>
internal static class CaseState
{
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
