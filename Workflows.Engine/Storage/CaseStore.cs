using Microsoft.EntityFrameworkCore;

namespace Workflows.Engine.Storage;

/// <summary>Reads and writes cases by the quickest way that a database has; one class per provider holds its SQL.</summary>
/// <remarks>Only the hot path is here. Everything else reads and writes through <see cref="EngineDb"/>, whose model and migrations both share.</remarks>
internal abstract class CaseStore
{
    /// <summary>How many groups are written at the same time.</summary>
    public abstract int Lanes { get; }

    /// <summary>How many commands are written in one transaction at most.</summary>
    public abstract int GroupSize { get; }

    /// <summary>A case as it stands; null where there is none.</summary>
    /// <param name="knownSequence">The sequence whose state the caller has already: that state is not sent again. 0 where it has none.</param>
    public abstract ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation);

    /// <summary>Writes a group in one transaction; one that fails is set aside, and the rest goes on.</summary>
    /// <returns>For each of the group, in its order: null where it is stored, else why it is not.</returns>
    /// <exception cref="Exception">The database failed as a whole; whether anything is stored is not known.</exception>
    public abstract Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group);
}

/// <summary>What the store has of a case.</summary>
/// <param name="JournalHash">The hash of the newest journal entry.</param>
/// <param name="State">As <see cref="CaseJson"/> writes it; empty where the caller said that it knows this sequence.</param>
internal sealed record StoredCase(int Sequence, string JournalHash, int StateFormat, byte[] State);
