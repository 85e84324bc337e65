using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>Goes its rounds: takes up new rules, lets limits to answer pass, looks over all cases, checks supervision itself, and notes that it was there.</summary>
/// <remarks>Every node goes; what two find is one alert, because its id is made from what was found.</remarks>
internal sealed class SupervisionPatrol(
    EngineDatabase database,
    RuleBook book,
    DefinitionStore definitions,
    AlertHandler alerts,
    OfficerPatrol officers,
    SelfCheckPatrol self,
    WatchCount watched,
    IOptions<SupervisionOptions> options,
    TimeProvider time,
    ILogger<SupervisionPatrol> log) : BackgroundService
{
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>One round.</summary>
    public async Task<SupervisionRunRow> Go(CancellationToken cancellation)
    {
        var inForce = await book.Refresh(cancellation);
        var calendar = await definitions.Calendar(cancellation);
        var now = time.GetUtcNow();
        var lapsed = await LetRepliesLapse(now, cancellation);
        var raised = await LookOverOfficers(inForce, calendar, now, cancellation) + await CheckItself(inForce, calendar, now, cancellation);
        return await Note(inForce, calendar, now, raised, lapsed, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await Go(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Nothing is noted then: the missing note is what health and the page tell of.
                log.LogError(exception, "A patrol of supervision failed.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> LetRepliesLapse(DateTimeOffset now, CancellationToken cancellation)
    {
        List<string> due;
        await using (var db = database.Open())
        {
            due = await db.Alerts.Where(row => row.NextDueAt <= now).Select(row => row.Id).ToListAsync(cancellation);
        }

        foreach (var id in due)
        {
            await alerts.Send(id, Actor.Engine, new ReachReplyLimit(), cancellation);
        }

        return due.Count;
    }

    /// <remarks>Yesterday is looked over as well: what came in just before midnight belongs to it.</remarks>
    private async Task<int> LookOverOfficers(BookInForce inForce, WorkingDayCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        var raised = 0;
        var today = RegionDay.Of(now, calendar);
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            foreach (var finding in await officers.Of(day, inForce.Rules, calendar, cancellation))
            {
                raised += await alerts.Raise(AlertRaising.Of(finding, inForce.Rules.Policy, calendar, now), cancellation) ? 1 : 0;
            }
        }

        return raised;
    }

    private async Task<int> CheckItself(BookInForce inForce, WorkingDayCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        var raised = 0;
        foreach (var found in await self.Look(inForce, calendar, now, cancellation))
        {
            raised += await alerts.Raise(AlertRaising.OfItself(found.Check, found.Subject, found.Reason, inForce.Rules.Policy, calendar, now), cancellation) ? 1 : 0;
        }

        return raised;
    }

    private async Task<SupervisionRunRow> Note(BookInForce inForce, WorkingDayCalendar calendar, DateTimeOffset now, int raised, int lapsed, CancellationToken cancellation)
    {
        var today = RegionDay.Of(now, calendar);
        var notLookedAt = await self.NotLookedAt(now, cancellation);
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        var run = db.SupervisionRuns.Add(new SupervisionRunRow
        {
            Node = node,
            At = now,
            BookVersion = inForce.Version,
            Rules = inForce.Rules.Rules.Count,
            EntriesJudged = watched.Take(),
            ClocksOverdue = await db.Clocks.CountAsync(row => row.EndedOn == null && !row.IsStopped && row.DueOn < today, cancellation),
            ClocksRunning = await db.Clocks.CountAsync(row => row.EndedOn == null, cancellation),
            CasesNotLookedAt = notLookedAt,
            AlertsRaised = raised,
            RepliesLapsed = lapsed,
        }).Entity;
        await db.SaveChangesAsync(cancellation);
        var old = now - options.Value.Keep;
        await db.SupervisionRuns.Where(row => row.At < old).ExecuteDeleteAsync(cancellation);
        return run;
    }
}
