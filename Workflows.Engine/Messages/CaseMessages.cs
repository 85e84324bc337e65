using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Handling;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Messages;

/// <summary>Carries messages and signals from the case that throws them to the cases that wait for them.</summary>
/// <remarks>
/// A message goes to one case: the first that waits for its name and exactly its correlation. Where some definition waits for the
/// name but no case does yet, the delivery fails and is tried again, and at last becomes an incident of the case that has thrown it:
/// nothing is lost unseen. A signal goes to every case that waits at that time, and to none is well.
/// </remarks>
internal sealed class CaseMessages(EngineDatabase database, DefinitionStore definitions, CaseHandler handler)
{
    public static OutboxConsumer Consumer(IServiceProvider services) => new(
        "cases",
        [OutboxKind.MessageThrown, OutboxKind.SignalThrown],
        (call, cancellation) => new CaseMessages(
            services.GetRequiredService<EngineDatabase>(),
            services.GetRequiredService<DefinitionStore>(),
            services.GetRequiredService<CaseHandler>()).Deliver(call, cancellation));

    private Task<string?> Deliver(OutboxCall call, CancellationToken cancellation) => call.Event switch
    {
        MessageThrown thrown => Message(call, thrown, cancellation),
        SignalThrown thrown => Signal(call, thrown, cancellation),
        _ => throw new InvalidOperationException($"Expected a message or signal, but found {call.Kind}."),
    };

    private async Task<string?> Message(OutboxCall call, MessageThrown thrown, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await db.MessageDeliveries.AnyAsync(row => row.Key == call.IdempotencyKey, cancellation))
        {
            return null;
        }

        var correlation = WaitRow.CorrelationText(thrown.Correlation);
        var waiting = await db.Waits
            .Where(row => row.State == WaitState.Open && row.Kind == SubscriptionKind.Message && row.Name == thrown.Name && row.CaseId != call.CaseId)
            .Where(row => row.Correlation == correlation)
            .OrderBy(row => row.CaseId).ThenBy(row => row.SubscriptionId)
            .Select(row => row.CaseId)
            .FirstOrDefaultAsync(cancellation);
        if (waiting is not null)
        {
            var message = new DeliverMessage(thrown.Name, thrown.Payload, thrown.Correlation, call.IdempotencyKey);
            return await handler.Send(waiting, Actor.Engine, message, call.IdempotencyKey, cancellation) is CommandRejected rejected ? rejected.Rejection.Message : null;
        }

        return await definitions.WaitsFor(thrown.Name, cancellation)
            ? $"Expected a case to wait for message '{thrown.Name}' with correlation {correlation ?? "none"}, but none does."
            : null;
    }

    private async Task<string?> Signal(OutboxCall call, SignalThrown thrown, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var waiting = await db.Waits
            .Where(row => row.State == WaitState.Open && row.Kind == SubscriptionKind.Signal && row.Name == thrown.Name && row.CaseId != call.CaseId)
            .Select(row => row.CaseId)
            .Distinct()
            .ToListAsync(cancellation);
        foreach (var caseId in waiting)
        {
            // A case that has ended meanwhile does not hear it, and that is no failure.
            await handler.Send(caseId, Actor.Engine, new BroadcastSignal(thrown.Name, thrown.Payload), call.IdempotencyKey, cancellation);
        }

        return null;
    }
}
