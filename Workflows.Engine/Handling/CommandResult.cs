using Workflows.Engine.Cases;

namespace Workflows.Engine.Handling;

/// <summary>The answer to a command that was sent to the store.</summary>
public abstract record CommandResult;

/// <summary>The command was accepted and what it did is stored.</summary>
/// <param name="Case">The case right after the command.</param>
/// <param name="Sequence">The journal entry that tells of it.</param>
/// <param name="Events">What happened; empty where there was nothing to do, which leaves no entry.</param>
public sealed record CommandAccepted(Case Case, int Sequence, IReadOnlyList<CaseEvent> Events) : CommandResult;

/// <summary>The command was refused; nothing changed, and its id may be used again.</summary>
public sealed record CommandRejected(Rejected Rejection) : CommandResult;
