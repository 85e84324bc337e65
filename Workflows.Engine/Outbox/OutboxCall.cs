using Workflows.Engine.Cases;

namespace Workflows.Engine.Outbox;

/// <summary>A call outward as its consumer gets it.</summary>
/// <param name="Number">办件编号</param>
/// <param name="Sequence">The journal entry that it follows from. Calls may overtake each other; the sequence tells their order.</param>
/// <param name="Kind">One of <see cref="OutboxKind"/>.</param>
/// <param name="IdempotencyKey">The same for every attempt: a receiver that has seen it has done what is asked.</param>
/// <param name="EnteredAt">When the journal entry was made.</param>
public sealed record OutboxCall(
    string CaseId,
    string Number,
    int Sequence,
    string Kind,
    CaseEvent Event,
    string IdempotencyKey,
    DateTimeOffset EnteredAt);
