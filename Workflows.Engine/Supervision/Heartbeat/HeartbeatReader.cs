using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>Tells "nothing is overdue" from "nobody counted".</summary>
public sealed class HeartbeatReader(EngineDatabase database, IOptions<SupervisionOptions> options, TimeProvider time)
{
    private const int MissedRuns = 3;

    /// <param name="runs">How many of the last runs are shown.</param>
    public async Task<HeartbeatView> Read(int runs, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var since = now - options.Value.Interval * MissedRuns;
        await using var db = database.Open();
        var last = await db.SupervisionRuns.AsNoTracking().OrderByDescending(row => row.At).Take(runs).ToListAsync(cancellation);
        return new HeartbeatView(now, since, last.Count > 0 && last[0].At >= since, last);
    }
}

/// <param name="ExpectedSince">A run since then is expected.</param>
/// <param name="Runs">The last runs of all nodes, newest first.</param>
public sealed record HeartbeatView(DateTimeOffset Now, DateTimeOffset ExpectedSince, bool IsAlive, IReadOnlyList<SupervisionRunRow> Runs)
{
    public SupervisionRunRow? Last => Runs.Count > 0 ? Runs[0] : null;

    public HeartbeatVerdict Verdict => this switch
    {
        { IsAlive: false } => HeartbeatVerdict.NobodyCounted,
        { Last: { CasesNotLookedAt: > 0 } or { Rules: 0 } } => HeartbeatVerdict.NobodyCounted,
        { Last.ClocksOverdue: > 0 } => HeartbeatVerdict.SomethingOverdue,
        _ => HeartbeatVerdict.NothingOverdue,
    };
}

public enum HeartbeatVerdict
{
    /// <summary>已巡查，没有超期</summary>
    NothingOverdue,

    /// <summary>已巡查，有超期</summary>
    SomethingOverdue,

    /// <summary>没有巡查，或者没有规则</summary>
    NobodyCounted,
}

/// <summary>Ready only while supervision goes its rounds and has rules to go by.</summary>
internal sealed class SupervisionHealth(HeartbeatReader heartbeat) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var view = await heartbeat.Read(1, cancellationToken);
        return view.Verdict is HeartbeatVerdict.NobodyCounted
            ? HealthCheckResult.Degraded($"Expected a patrol of supervision since {view.ExpectedSince:O} that looked at every due case by rules, but the last was {view.Last?.At.ToString("O", null) ?? "never"}, with {view.Last?.Rules ?? 0} rules and {view.Last?.CasesNotLookedAt ?? 0} cases not looked at.")
            : HealthCheckResult.Healthy($"Last patrol at {view.Last!.At:O} by {view.Last.Rules} rules: {view.Last.ClocksOverdue} of {view.Last.ClocksRunning} clocks overdue.");
    }
}
