using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Engine.Supervision.Scores;

/// <summary>The scores of the months: open ones are counted when they are asked for, closed ones are what was frozen.</summary>
public sealed class ScoreBook(EngineDatabase database, RuleBook book, DefinitionStore definitions, TimeProvider time)
{
    /// <param name="month">Any day of it.</param>
    public async Task<MonthInBook> Read(DateOnly month, CancellationToken cancellation = default)
    {
        var first = FirstOf(month);
        await using var db = database.Open();
        return await db.ScoreMonths.AsNoTracking().FirstOrDefaultAsync(row => row.Month == first, cancellation) is { } closed
            ? new MonthInBook(ScoreJson.Read(closed.Scores), closed.ClosedAt, closed.ClosedBy)
            : new MonthInBook(await Count(db, first, cancellation), null, null);
    }

    /// <summary>Freezes a month that has ended; only supervisors do.</summary>
    /// <returns>Why not, or null.</returns>
    public async Task<Rejected?> Close(DateOnly month, Actor actor, CancellationToken cancellation = default)
    {
        var first = FirstOf(month);
        var name = first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (!actor.Is(Role.Supervisor))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected post 'supervisor' to close month {name}, but '{actor.AccountId}' has not that post.", name, Role.Supervisor);
        }

        var now = time.GetUtcNow();
        if (RegionDay.Of(now, await definitions.Calendar(cancellation)) < first.AddMonths(1))
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected month {name} to have ended, but it has not.", name, "running");
        }

        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        if (await db.ScoreMonths.AnyAsync(row => row.Month == first, cancellation))
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected month {name} to be open, but it is closed.", name, "closed");
        }

        var scores = ScoreJson.Write(await Count(db, first, cancellation));
        db.ScoreMonths.Add(new ScoreMonthRow { Month = first, ClosedAt = now, ClosedBy = actor.Name, Scores = scores, Hash = Convert.ToHexStringLower(SHA256.HashData(scores)) });
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Counts a closed month again from the alerts' journals, as they stood when it was closed.</summary>
    /// <returns>True where the same comes out, byte for byte.</returns>
    /// <exception cref="KeyNotFoundException">The month is not closed.</exception>
    public async Task<bool> Reproduces(DateOnly month, CancellationToken cancellation = default)
    {
        var first = FirstOf(month);
        await using var db = database.Open();
        var closed = await db.ScoreMonths.AsNoTracking().FirstOrDefaultAsync(row => row.Month == first, cancellation)
            ?? throw new KeyNotFoundException($"Expected a closed month {first:yyyy-MM}, but it is open.");
        var journals = await db.AlertJournal
            .Where(row => row.EnteredAt <= closed.ClosedAt)
            .OrderBy(row => row.AlertId).ThenBy(row => row.Sequence)
            .Select(row => new { row.AlertId, row.Events })
            .ToListAsync(cancellation);
        var alerts = journals.GroupBy(row => row.AlertId).Select(group => AlertFolding.Replay(group.SelectMany(row => AlertJson.ReadEvents(row.Events))));
        var frozen = ScoreJson.Read(closed.Scores);
        var again = MonthScores.Of(first, alerts, frozen.Departments.Select(score => score.Department), frozen.MonthlyPoints, await definitions.Calendar(cancellation));
        return ScoreJson.Write(again).AsSpan().SequenceEqual(closed.Scores);
    }

    private async Task<MonthScores> Count(EngineDb db, DateOnly first, CancellationToken cancellation)
    {
        var calendar = await definitions.Calendar(cancellation);
        var points = (await book.InForce(cancellation)).Rules.Policy?.MonthlyPoints ?? 0;
        var alerts = await IssuedIn(db, first, calendar).Select(row => row.Content).ToListAsync(cancellation);
        var departments = await db.CaseDepartments.Select(row => row.Department).Distinct().ToListAsync(cancellation);
        return MonthScores.Of(first, alerts.Select(content => AlertJson.ReadAlert(content)), departments, points, calendar);
    }

    private static IQueryable<AlertRow> IssuedIn(EngineDb db, DateOnly first, WorkingDayCalendar calendar)
    {
        var (from, until) = (RegionDay.Start(first, calendar), RegionDay.Start(first.AddMonths(1), calendar));
        return db.Alerts.Where(row => row.IssuedAt >= from && row.IssuedAt < until);
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <param name="ClosedAt">Null where the month is still open.</param>
public sealed record MonthInBook(MonthScores Scores, DateTimeOffset? ClosedAt, string? ClosedBy)
{
    /// <summary>All departments for those who supervise; for others their own.</summary>
    public MonthInBook SeenBy(Actor actor) => actor.Is(Role.Supervisor) || actor.Is(Role.Administrator)
        ? this
        : this with { Scores = Scores with { Departments = [.. Scores.Departments.Where(score => score.Department == actor.Department)] } };
}
