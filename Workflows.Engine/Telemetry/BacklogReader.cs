using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Telemetry;

/// <summary>Looks every now and then at what waits in the database, for the metrics; each question is answered by an index.</summary>
internal sealed class BacklogReader(EngineDatabase database, EngineMeter meter, TimeProvider time, ILogger<BacklogReader> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    public async Task Read(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.Open();
        var due = await db.Cases.Where(row => row.NextDueAt <= now).MinAsync(row => row.NextDueAt, cancellation);
        var waiting = db.Outbox.Where(row => row.State == OutboxState.Waiting);
        var oldest = await (
            from row in waiting
            where row.Attempts == 0
            orderby row.Id
            join entry in db.Journal on new { row.CaseId, row.Sequence } equals new { entry.CaseId, entry.Sequence }
            select (DateTimeOffset?)entry.EnteredAt).FirstOrDefaultAsync(cancellation);
        meter.Backlog = new Backlog(
            Since(due, now),
            Since(oldest, now),
            await waiting.CountAsync(cancellation),
            await db.Cases.Where(row => row.StateFormat <= StateFormats.Current && row.OpenIncidents > 0).SumAsync(row => row.OpenIncidents, cancellation));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(exception, "What waits could not be counted.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static TimeSpan Since(DateTimeOffset? instant, DateTimeOffset now) => instant < now ? now - instant.Value : TimeSpan.Zero;
}
