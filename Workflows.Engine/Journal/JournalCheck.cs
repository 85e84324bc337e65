using System.Text.Json;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>What the check of a journal found.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="BrokenAt">The sequence of the first entry that is not what was written, or null. One more than there are entries where the end is missing.</param>
/// <param name="Reason">"Expected …, but …"; null where nothing is broken.</param>
public sealed record JournalVerdict(int Entries, int? BrokenAt, string? Reason)
{
    public bool IsIntact => BrokenAt is null;
}

/// <summary>Checks a journal: no gap, every hash right and chained to the one before, the case's row its end and its fold.</summary>
internal static class JournalCheck
{
    /// <param name="folds">False to leave out the fold, which takes most of the time: then a state that was changed by hand is not noticed.</param>
    public static JournalVerdict Of(IReadOnlyList<JournalRow> rows, CaseRow? state, bool folds = true)
    {
        var previous = JournalHash.Origin;
        for (var index = 0; index < rows.Count; index++)
        {
            if (Fault(rows[index], index + 1, previous) is { } fault)
            {
                return new JournalVerdict(rows.Count, index + 1, fault);
            }

            previous = rows[index].Hash;
        }

        try
        {
            return state is null ? Ending(rows) : Ending(rows, state, folds);
        }
        catch (Exception unreadable) when (unreadable is UnknownFormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A text that was changed by hand may be no text of ours at all.
            return new JournalVerdict(rows.Count, rows.Count, $"Expected case '{state!.Id}' to be the fold of its journal, but it cannot be read: {unreadable.Message}");
        }
    }

    private static string? Fault(JournalRow row, int sequence, string previous) =>
        row.Sequence != sequence ? $"Expected entry {sequence}, but found entry {row.Sequence}."
        : row.PreviousHash != previous ? $"Expected entry {sequence} to be chained to hash {previous}, but it is chained to {row.PreviousHash}."
        : JournalHash.Of(row) is var hash && hash != row.Hash ? $"Expected entry {sequence} with hash {row.Hash}, but its content has hash {hash}."
        : null;

    private static JournalVerdict Ending(IReadOnlyList<JournalRow> rows) => rows.Count == 0
        ? new JournalVerdict(0, null, null)
        : new JournalVerdict(rows.Count, 1, $"Expected a case '{rows[0].CaseId}' to the journal, but there is none.");

    private static JournalVerdict Ending(IReadOnlyList<JournalRow> rows, CaseRow state, bool folds)
    {
        if (rows.Count != state.Sequence || rows[^1].Hash != state.JournalHash)
        {
            return new JournalVerdict(rows.Count, rows.Count + 1, $"Expected the journal to end with entry {state.Sequence} and hash {state.JournalHash}, but it ends with entry {rows.Count}.");
        }

        if (!folds)
        {
            return new JournalVerdict(rows.Count, null, null);
        }

        var folded = CaseJson.Write(CaseFolding.Replay(rows.SelectMany(row => CaseJson.ReadEvents(row.Events))));
        return folded.AsSpan().SequenceEqual(CaseJson.Unpack(state.State)) || folded.AsSpan().SequenceEqual(CaseJson.Write(StateFormats.Read(state.Id, state.StateFormat, state.State)))
            ? new JournalVerdict(rows.Count, null, null)
            : new JournalVerdict(rows.Count, rows.Count, "Expected the case to be the fold of its journal, but its row says something else.");
    }
}
