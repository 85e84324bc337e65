using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Workflows.Engine.Sweeping;

/// <summary>Ready only while time is looked after: a node on which nobody counts must not look healthy.</summary>
internal sealed class SweepHealth(SweepHeartbeat heartbeat, IOptions<SweepOptions> options, TimeProvider time) : IHealthCheck
{
    private const int MissedSweeps = 6;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = time.GetUtcNow() - options.Value.Interval * MissedSweeps;
        return Task.FromResult(heartbeat.LastAt is { } last && last >= late
            ? HealthCheckResult.Healthy($"Last swept at {last:O}.")
            : HealthCheckResult.Unhealthy($"Expected a sweep since {late:O}, but the last was {heartbeat.LastAt?.ToString("O", null) ?? "never"}."));
    }
}
