using Workflows.Engine.Cases;

namespace Workflows.Engine.Journal;

/// <summary>One accepted command in a case's journal (留痕): who, when, what, and the hash that chains it to the entry before.</summary>
/// <param name="Sequence">1-based, without gaps.</param>
/// <param name="Command">The command's kind, kebab-case.</param>
/// <param name="PreviousHash">Lower-case hex; 64 zeros in the first entry.</param>
/// <param name="Hash">SHA-256 over the entry's canonical JSON and the previous hash, lower-case hex.</param>
public sealed record JournalEntry(
    string CaseId,
    int Sequence,
    string CommandId,
    string Command,
    Actor Actor,
    DateTimeOffset HappenedAt,
    DateTimeOffset EnteredAt,
    IReadOnlyList<CaseEvent> Events,
    string PreviousHash,
    string Hash);
