using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Clocks;

/// <summary>After a new calendar: sends a command to each case whose clocks it moves, and each journal says what moved and why.</summary>
/// <remarks>The case decides. A recount that is repeated, or was cut short and begins again, moves nothing twice.</remarks>
internal sealed class CalendarRecount(EngineDatabase database, DefinitionStore definitions, CaseHandler handler, ILogger<CalendarRecount> log)
{
    private const int Batch = 1000;

    /// <summary>Commands that come together are written together.</summary>
    private const int AtOnce = 64;

    /// <summary>Recounts what the newest version of a region's calendar changes; returns to how many cases it was told.</summary>
    public async Task<int> Run(string region, CancellationToken cancellation)
    {
        if (await definitions.LastTwoCalendars(region, cancellation) is not [var after, var before]
            || CalendarDifference.Of(before[region], after[region]) is not { Days: [var first, ..] } difference)
        {
            return 0;
        }

        var told = 0;
        var last = "";
        while (await Affected(first.On, last, cancellation) is { Count: > 0 } cases)
        {
            await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (id, token) =>
            {
                if (await Tell(id, before, after, difference, token))
                {
                    Interlocked.Increment(ref told);
                }
            });
            last = cases[^1];
        }

        log.LogInformation("Calendar {Calendar} changed {Days} days; {Cases} cases were told.", difference.Version, difference.Days.Count, told);
        return told;
    }

    private async Task<List<string>> Affected(DateOnly first, string after, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Clocks
#pragma warning disable CA1309 // The database compares, by its own order.
            .Where(clock => clock.EndedOn == null && clock.DueOn >= first && string.Compare(clock.CaseId, after) > 0)
#pragma warning restore CA1309
            .Select(clock => clock.CaseId)
            .Distinct()
            .OrderBy(id => id)
            .Take(Batch)
            .ToListAsync(cancellation);
    }

    private async Task<bool> Tell(string caseId, CalendarSet before, CalendarSet after, CalendarDifference difference, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var told = await db.Clocks.Where(clock => clock.CaseId == caseId && clock.EndedOn == null && !clock.IsStopped)
            .Select(clock => new ToldDueDay(clock.ClockId, clock.DueOn))
            .ToListAsync(cancellation);
        var row = await db.Cases.AsNoTracking().FirstAsync(row => row.Id == caseId, cancellation);
        var set = await definitions.Get(row.ServiceCode, row.ServiceVersion, cancellation);
        var state = StateFormats.Read(caseId, row.StateFormat, row.State);
        if (!state.Clocks.Values.Any(clock => clock.IsRunning && Moves(clock, set.CalendarOf(clock).Region)))
        {
            return false;
        }

        return await handler.Send(caseId, Actor.Engine, new RecountClocks(difference.Version, difference.Reason, told), cancellation: cancellation) switch
        {
            CommandAccepted => true,
            CommandRejected rejected => throw new InvalidOperationException(rejected.Rejection.Message),
            var other => throw new InvalidOperationException($"Expected an answer, but got {other}."),
        };

        // Its due day, or only the instant at which it warns; where the row already says so, it was told before.
        bool Moves(Clock clock, string region) => told.FirstOrDefault(day => day.ClockId == clock.Id) is { } known
            && (ClockReading.Of(clock, after[region], known.DueOn).DueOn != known.DueOn
                || ClockReading.NextInstant(clock, before[region]) is { } then && then == row.NextDueAt && ClockReading.NextInstant(clock, after[region]) != then);
    }
}
