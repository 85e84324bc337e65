namespace Workflows.Engine.Cases;

/// <summary>A command with who asks, when it happened and when it was entered.</summary>
/// <param name="CommandId">Given by the sender; the same id twice is answered with the first result.</param>
/// <param name="HappenedAt">When it happened in the world; earlier than <paramref name="EnteredAt"/> when it was entered later (补录).</param>
/// <param name="EnteredAt">When the engine was told.</param>
public sealed record CommandEnvelope(
    string CommandId,
    string CaseId,
    Actor Actor,
    DateTimeOffset HappenedAt,
    DateTimeOffset EnteredAt,
    CaseCommand Command);
