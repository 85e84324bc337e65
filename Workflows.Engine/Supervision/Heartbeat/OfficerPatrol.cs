using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Watching;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>Asks the rules about what each officer entered on one day, over all cases: what no single case can show.</summary>
/// <remarks>It reads the journal only, by the instants of entry: the same day gives the same findings, whenever it is asked after the day.</remarks>
internal sealed class OfficerPatrol(EngineDatabase database)
{
    private const string Completion = "complete-work-item";

    public async Task<IReadOnlyList<RuleFinding>> Of(DateOnly day, SupervisionRules rules, WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        if (rules.On(SupervisionTrigger.Patrol) is not { Count: > 0 } asked)
        {
            return [];
        }

        var (from, until) = (RegionDay.Start(day, calendar), RegionDay.Start(day.AddDays(1), calendar));
        await using var db = database.Open();
        var entries = await db.Journal
            .Where(row => row.EnteredAt >= from && row.EnteredAt < until && row.ActorId != Actor.Engine.AccountId && row.ActorId != Actor.Applicant.AccountId)
            .Where(row => row.Command == Completion || row.HappenedAt < row.EnteredAt)
            .Select(row => new OfficerEntry(row.ActorId, row.Command, row.HappenedAt, row.EnteredAt, row.CaseId, row.Sequence))
            .ToListAsync(cancellation);
        var findings = new List<RuleFinding>();
        foreach (var officer in entries.GroupBy(entry => entry.ActorId, StringComparer.Ordinal))
        {
            var any = officer.First();
            var actor = CaseJson.ReadActor(await db.Journal.Where(row => row.CaseId == any.CaseId && row.Sequence == any.Sequence).Select(row => row.Actor).SingleAsync(cancellation));
            findings.AddRange(Ask(asked, Known(actor, [.. officer], calendar), actor, day));
        }

        return findings;
    }

    private static IEnumerable<RuleFinding> Ask(IReadOnlyList<SupervisionRule> rules, FeelContext facts, Actor actor, DateOnly day) =>
        from rule in rules
        let verdict = rule.Judge(facts)
        where (verdict.IsMet || verdict.Failure is not null) && actor.Department is not null
        select new RuleFinding(
            rule,
            null,
            string.Create(CultureInfo.InvariantCulture, $"officer/{actor.AccountId}/{day:yyyy-MM-dd}"),
            new Charge(actor.Department!, new Holder(actor.AccountId, actor.Name)),
            facts,
            null,
            verdict.Failure);

    private static FeelContext Known(Actor actor, IReadOnlyList<OfficerEntry> entries, WorkingDayCalendar calendar)
    {
        var completions = entries.Where(entry => entry.Command == Completion).Select(entry => entry.EnteredAt).Order().ToList();
        return Facts.Gather(SupervisionTrigger.Patrol).With("officer", Facts.Gather("officer")
            .With("id", actor.AccountId)
            .With("department", actor.Department ?? "")
            .With("mostInMinute", MostInMinute(completions))
            .With("lateEntries", entries.Count(entry => RegionDay.Of(entry.HappenedAt, calendar) < RegionDay.Of(entry.EnteredAt, calendar)))
            .With("completions", completions.Count)
            .ToContext()).ToContext();
    }

    /// <summary>The most instants that fall into any sixty seconds.</summary>
    private static int MostInMinute(List<DateTimeOffset> instants)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < instants.Count; last++)
        {
            while (instants[last] - instants[first] >= TimeSpan.FromMinutes(1))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private sealed record OfficerEntry(string ActorId, string Command, DateTimeOffset HappenedAt, DateTimeOffset EnteredAt, string CaseId, int Sequence);
}
