namespace Workflows.Engine.Outbox;

/// <summary>Somebody who wants the calls of some kinds. Each consumer of a kind gets the call, and is retried, on its own.</summary>
/// <param name="Name">Kept in the database while a call waits for the consumer; unique.</param>
/// <param name="Kinds">The kinds that it wants, see <see cref="OutboxKind"/>.</param>
/// <param name="Deliver">Does what the call asks for, at least once. It returns why it could not, or null where it could; an exception is a failure too.</param>
public sealed record OutboxConsumer(string Name, IReadOnlyCollection<string> Kinds, Func<OutboxCall, CancellationToken, Task<string?>> Deliver);

/// <summary>From a kind of call to those who want it.</summary>
/// <remarks>A consumer is registered as a service: <c>services.AddSingleton(provider =&gt; new OutboxConsumer("message", [OutboxKind.MessageThrown], …))</c>.</remarks>
public sealed class OutboxConsumers(IEnumerable<OutboxConsumer> consumers)
{
    private readonly Dictionary<string, OutboxConsumer> byName = consumers.ToDictionary(consumer => consumer.Name, StringComparer.Ordinal);

    public OutboxConsumer? Find(string name) => byName.GetValueOrDefault(name);

    public IReadOnlyList<OutboxConsumer> Of(string kind) => [.. byName.Values.Where(consumer => consumer.Kinds.Contains(kind, StringComparer.Ordinal))];
}
