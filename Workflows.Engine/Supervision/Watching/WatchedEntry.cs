using Workflows.Engine.Cases;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>An entry of a case's journal as supervision looks at it: what was, who entered what and when, what happened.</summary>
/// <param name="Command">The command's kind, kebab-case.</param>
/// <param name="Before">The case as it stood; null for the entry that opens it.</param>
/// <param name="After">The case as it stands once all events of the entry have happened.</param>
public sealed record WatchedEntry(
    int Sequence,
    string Command,
    Actor Actor,
    DateTimeOffset HappenedAt,
    DateTimeOffset EnteredAt,
    Case? Before,
    Case After,
    IReadOnlyList<CaseEvent> Events);
