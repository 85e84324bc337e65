using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Reads alerts, as far as an actor may see them.</summary>
public sealed class AlertReader(EngineDatabase database)
{
    /// <summary>The alerts that fit, newest first.</summary>
    public async Task<Page<AlertListRow>> Search(AlertQuery query, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var found = query.Of(db, actor);
        var rows = await Listed(found.OrderByDescending(row => row.RaisedAt).ThenBy(row => row.Id).Skip(page.Skipped).Take(page.Size), cancellation);
        return new Page<AlertListRow>(rows, page.Number, page.Size, await found.CountAsync(cancellation));
    }

    /// <summary>An alert; null where there is none that the actor may see.</summary>
    public async Task<Alert?> Find(string id, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var content = await db.Alerts.Where(row => row.Id == id).Select(row => row.Content).FirstOrDefaultAsync(cancellation);
        return content is not null && AlertJson.ReadAlert(content) is var alert && AlertDecider.IsVisible(alert, actor) ? alert : null;
    }

    /// <summary>How many alerts of each family and level there are among those that fit, open ones by themselves.</summary>
    public async Task<IReadOnlyList<AlertCount>> Count(AlertQuery query, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await query.Of(db, actor)
            .GroupBy(row => new { row.Family, row.Level, row.RuleId, row.Name })
            .Select(group => new AlertCount(group.Key.Family, group.Key.Level, group.Key.RuleId, group.Key.Name, group.Count(), group.Count(row => row.IsOpen)))
            .ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<AlertListRow>> Listed(IQueryable<AlertRow> rows, CancellationToken cancellation) => await rows
        .Select(row => new AlertListRow(
            row.Id, row.RuleId, row.Name, row.Family, row.Level, row.State, row.CaseId, row.CaseNumber, row.Matter, row.MatterName, row.Department, row.OfficerName, row.RaisedAt, row.IssuedAt, row.ReplyDueOn))
        .ToListAsync(cancellation);
}

/// <summary>One alert in a list.</summary>
public sealed record AlertListRow(
    string Id,
    string RuleId,
    string Name,
    SupervisionFamily Family,
    AlertLevel Level,
    AlertState State,
    string? CaseId,
    string? CaseNumber,
    string? Matter,
    string? MatterName,
    string? Department,
    string? OfficerName,
    DateTimeOffset RaisedAt,
    DateTimeOffset? IssuedAt,
    DateOnly? ReplyDueOn);

/// <summary>How often a rule was met.</summary>
public sealed record AlertCount(SupervisionFamily Family, AlertLevel Level, string RuleId, string Name, int All, int Open);
