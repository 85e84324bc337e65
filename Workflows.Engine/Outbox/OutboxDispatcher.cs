using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;
using Workflows.Engine.Telemetry;

namespace Workflows.Engine.Outbox;

/// <summary>Makes the calls that cases have decided on: each at least once, after the commit, with one idempotency key.</summary>
/// <remarks>
/// Calls out and sends commands; it never writes a case. A node that dies in the middle leaves its calls to the others when its lease
/// ends. Calls are made side by side, so that a slow receiver holds up nobody, and their order is not kept.
/// </remarks>
internal sealed class OutboxDispatcher(
    EngineDatabase database,
    OutboxQueue queue,
    OutboxConsumers consumers,
    CaseHandler handler,
    EngineMeter meter,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private readonly OutboxOptions settings = options.Value;

    /// <summary>Makes calls until none is due; returns how many were taken.</summary>
    public async Task<int> Dispatch(CancellationToken cancellation)
    {
        var taken = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            var rows = await queue.Take(now, now + settings.Lease, settings.Batch, cancellation);
            if (rows.Count == 0)
            {
                return taken;
            }

            taken += rows.Count;
            var calls = await Calls(rows, cancellation);
            var sent = new ConcurrentBag<long>();
            await Parallel.ForEachAsync(
                rows,
                new ParallelOptions { MaxDegreeOfParallelism = settings.Parallelism, CancellationToken = cancellation },
                async (row, stop) =>
                {
                    if (await Make(row, calls[(row.CaseId, row.Sequence)], stop))
                    {
                        sent.Add(row.Id);
                    }
                });
            await queue.Sent(sent, time.GetUtcNow(), cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Interval, time);
        do
        {
            try
            {
                await Dispatch(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away comes back; what waits still waits then.
                log.LogError(exception, "The calls outward could not be made.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>True where the call is done.</summary>
    private async Task<bool> Make(OutboxRow row, (string Number, DateTimeOffset EnteredAt) entry, CancellationToken cancellation)
    {
        var wanted = row.Consumer.Length > 0 ? null : consumers.Of(row.Kind);
        if (wanted?.Count is 0)
        {
            await queue.Unheard(row.Id, cancellation);
            return false;
        }

        if (wanted?.Count > 1)
        {
            await queue.Spread(row, wanted, cancellation);
            return false;
        }

        var consumer = wanted?[0] ?? consumers.Find(row.Consumer);
        var call = new OutboxCall(row.CaseId, entry.Number, row.Sequence, row.Kind, CaseJson.ReadEvent(row.Payload), row.IdempotencyKey, entry.EnteredAt);
        var fault = consumer is null
            ? $"Expected a consumer '{row.Consumer}' of calls, but none is configured."
            : await Deliver(consumer, call, cancellation);
        if (fault is null)
        {
            meter.Called(consumer!.Name, "sent");
        }
        else
        {
            await Failed(row, call, consumer?.Name ?? row.Consumer, fault.Length > Lengths.Error ? fault[..Lengths.Error] : fault, cancellation);
        }

        return fault is null;
    }

    private async Task<string?> Deliver(OutboxConsumer consumer, OutboxCall call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var patience = settings.Lease - TimeSpan.FromSeconds(1);
        limit.CancelAfter(patience);
        try
        {
            return await consumer.Deliver(call, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"Expected '{consumer.Name}' to answer within {patience}, but it did not.";
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(exception, "Call {Key} to {Consumer} failed.", call.IdempotencyKey, consumer.Name);
            return exception.Message;
        }
    }

    private async Task Failed(OutboxRow row, OutboxCall call, string consumer, string fault, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (row.Attempts % settings.Attempts > 0)
        {
            meter.Called(consumer, "failed");
            var wait = settings.WaitAfter(row.Attempts % settings.Attempts) * (0.75 + (Random.Shared.NextDouble() / 2));
            await queue.Failed(row.Id, OutboxState.Waiting, now + wait, fault, cancellation);
            return;
        }

        meter.Called(consumer, "given-up");
        // The case first: should this process end in between, the same command comes again and is answered with the first answer.
        var report = new ReportUndelivered(row.IdempotencyKey, row.Consumer, (call.Event as ConnectorCalled)?.InstanceId, $"Expected '{consumer}' to take {row.Kind}, but {settings.Attempts} attempts failed; the last: {fault}");
        if (await handler.Send(row.CaseId, Actor.Engine, report, $"undelivered-{row.Id}-{row.Attempts}", cancellation) is CommandRejected rejected)
        {
            log.LogError("Call {Key} is given up, but its case could not be told: {Reason}", row.IdempotencyKey, rejected.Rejection.Message);
        }

        await queue.Failed(row.Id, OutboxState.GivenUp, now, fault, cancellation);
    }

    private async Task<Dictionary<(string CaseId, int Sequence), (string Number, DateTimeOffset EnteredAt)>> Calls(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        await using var db = database.Open();
        var entries = await (
            from row in db.Outbox
            where ids.Contains(row.Id)
            join entry in db.Journal on new { row.CaseId, row.Sequence } equals new { entry.CaseId, entry.Sequence }
            join one in db.Cases on row.CaseId equals one.Id
            select new { row.CaseId, row.Sequence, one.Number, entry.EnteredAt }).Distinct().ToListAsync(cancellation);
        return entries.ToDictionary(entry => (entry.CaseId, entry.Sequence), entry => (entry.Number, entry.EnteredAt));
    }
}
