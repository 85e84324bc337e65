using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Clocks;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>Looks for reasons why supervision could be silent although something is wrong.</summary>
internal sealed class SelfCheckPatrol(EngineDatabase database, IOptions<SupervisionOptions> options)
{
    /// <summary>What is wrong now; a subject stays the same as long as the same is wrong, so that it is told of once.</summary>
    public async Task<IReadOnlyList<SelfCheckFinding>> Look(BookInForce book, WorkingDayCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = Rules(book).ToList();
        var today = RegionDay.Of(now, calendar);
        if (today > calendar.CoveredUntil)
        {
            found.Add(new SelfCheckFinding(
                SelfCheck.CalendarMissing,
                string.Create(CultureInfo.InvariantCulture, $"{calendar.Region} {today.Year}"),
                $"Expected a published calendar of '{calendar.Region}' for {today:O}, but the last day that one covers is {calendar.CoveredUntil:O}."));
        }

        var waiting = await NotLookedAt(now, cancellation);
        if (waiting > 0)
        {
            found.Add(new SelfCheckFinding(
                SelfCheck.NobodyCounted,
                today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"Expected every due case to be looked at within {options.Value.LongestWait}, but {waiting} were not."));
        }

        return found;
    }

    /// <summary>The cases that were due longer ago than a sweep may take.</summary>
    public async Task<int> NotLookedAt(DateTimeOffset now, CancellationToken cancellation)
    {
        var late = now - options.Value.LongestWait;
        await using var db = database.Open();
        return await db.Cases.CountAsync(row => row.NextDueAt < late, cancellation);
    }

    private static IEnumerable<SelfCheckFinding> Rules(BookInForce book)
    {
        foreach (var error in book.Rules.Unreadable)
        {
            yield return new SelfCheckFinding(SelfCheck.RuleUnreadable, string.Create(CultureInfo.InvariantCulture, $"{error.Source} v{book.Version}"), error.ToString());
        }

        if (book.Rules.Rules.Count == 0)
        {
            yield return new SelfCheckFinding(SelfCheck.RuleUnreadable, string.Create(CultureInfo.InvariantCulture, $"supervision v{book.Version}"), "Expected rules of supervision, but there are none.");
        }
    }
}

/// <param name="Reason">"Expected …, but …".</param>
internal sealed record SelfCheckFinding(SelfCheck Check, string Subject, string Reason);
