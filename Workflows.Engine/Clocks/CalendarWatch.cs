using Workflows.Engine.Definitions;

namespace Workflows.Engine.Clocks;

/// <summary>Notices a calendar that was published, here or on another node: counts by it from then on, and has the running clocks recounted.</summary>
internal sealed class CalendarWatch(DefinitionStore definitions, CalendarRecount recount, TimeProvider time, ILogger<CalendarWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private HashSet<string> known = [];

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var versions = (await definitions.CalendarVersions(cancellation)).ToHashSet(StringComparer.Ordinal);
        if (known.SetEquals(versions))
        {
            return;
        }

        // What this node has read may be older than what was published. What follows another calendar moves with it, so all are looked at.
        definitions.Forget();
        foreach (var version in versions)
        {
            await recount.Run(version.Split(':')[0], cancellation);
        }

        known = versions;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // What was not recounted is found again at the next look.
                log.LogError(exception, "Clocks could not be recounted after a change of calendars.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
