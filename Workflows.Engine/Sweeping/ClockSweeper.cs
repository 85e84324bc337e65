using Microsoft.Extensions.Options;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Telemetry;

namespace Workflows.Engine.Sweeping;

/// <summary>Lets time pass in the cases: finds what is due by an index and tells each case that time has come.</summary>
/// <remarks>Only sends commands. The case decides whether anything still matters, so a late, lost or repeated sweep is harmless.</remarks>
internal sealed class ClockSweeper(DueCases due, CaseHandler handler, IOptions<SweepOptions> options, SweepHeartbeat heartbeat, EngineMeter meter, TimeProvider time, ILogger<ClockSweeper> log)
    : BackgroundService
{
    /// <summary>Sweeps until nothing is due; returns how many cases were told.</summary>
    public async Task<int> Sweep(CancellationToken cancellation)
    {
        var told = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            var cases = await due.Take(now, now + options.Value.Lease, options.Value.Batch, cancellation);

            // All at once: what comes together is written together.
            await Task.WhenAll(cases.Select(id => Tell(id, cancellation)));

            meter.Told(cases.Count);
            told += cases.Count;
            if (cases.Count < options.Value.Batch)
            {
                heartbeat.Beat(time.GetUtcNow());
                return told;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away comes back; what was due is still due then. Readiness tells of it meanwhile.
                log.LogError(exception, "A sweep of the clocks failed.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Tell(string caseId, CancellationToken cancellation)
    {
        try
        {
            if (await handler.Send(caseId, Actor.Engine, new ReachTime(), cancellation: cancellation) is CommandRejected rejected)
            {
                log.LogWarning("Time has come for case {CaseId}, but {Reason}", caseId, rejected.Rejection.Message);
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // One case that cannot go on must not keep time from the others; it is tried again when its lease ends.
            log.LogError(exception, "Time could not come for case {CaseId}.", caseId);
        }
    }
}
