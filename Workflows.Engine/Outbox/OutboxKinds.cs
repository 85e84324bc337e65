using System.Collections.Frozen;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Outbox;

/// <summary>Which events go into the outbox: those that need an effect, and those that a webhook wants to hear of.</summary>
/// <remarks>What nobody wants to hear of costs no row.</remarks>
public sealed class OutboxKinds
{
    private static readonly string[] Needed =
        [OutboxKind.ConnectorCalled, OutboxKind.MessageThrown, OutboxKind.SignalThrown, OutboxKind.CallRepeated, OutboxKind.CallSkipped];

    private readonly FrozenSet<string> kept;

    public OutboxKinds(IEnumerable<string> told) => kept = Needed.Concat(told).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that need an effect only.</summary>
    public static OutboxKinds OfTheEngine { get; } = new([]);

    /// <summary>The kind of an event that goes into the outbox; null for any other.</summary>
    public string? Of(CaseEvent @event) => OutboxKind.Of(@event) is { } kind && kept.Contains(kind) ? kind : null;
}
