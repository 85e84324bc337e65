using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Inbox;

/// <summary>Reads the inbox (待办箱): the open work items of an actor, or of the actor's department.</summary>
public sealed class InboxReader(EngineDatabase database, DefinitionStore definitions, TimeProvider time)
{
    /// <summary>The open work items that fit the query and that the actor may see.</summary>
    /// <remarks>Nobody sees another department's items; a person sees those of the own posts, a department head also the officers'.</remarks>
    public async Task<Page<InboxRow>> Read(InboxQuery query, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        var calendar = await definitions.Calendar(cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), calendar);
        await using var db = database.Open();
        var entries = query.Of(
            Visible(db, query.Scope, actor).Join(db.Cases, item => item.CaseId, row => row.Id, (item, row) => new InboxEntry { Item = item, Case = row }),
            today);
        var found = await query.Sorted(entries).Skip(page.Skipped).Take(page.Size)
            .Select(entry => new { entry.Item, entry.Case.Number, entry.Case.ServiceCode, entry.Case.ServiceName, entry.Case.ApplicantName })
            .AsNoTracking()
            .ToListAsync(cancellation);
        var rows = found.Select(entry => new InboxRow(
            entry.Item.CaseId,
            entry.Item.WorkItemId,
            entry.Number,
            entry.ServiceCode,
            entry.ServiceName,
            entry.ApplicantName,
            entry.Item.Name,
            entry.Item.Matter,
            entry.Item.MatterName,
            entry.Item.Department,
            entry.Item.Role,
            entry.Item.State,
            entry.Item.HolderId,
            entry.Item.HolderName,
            entry.Item.OfferedAt,
            entry.Item.ClaimedAt,
            Due.Of(entry.Item.DueOn, entry.Item.DueUnit, calendar, today)));
        return new Page<InboxRow>([.. rows], page.Number, page.Size, await entries.CountAsync(cancellation));
    }

    private static IQueryable<WorkItemRow> Visible(EngineDb db, InboxScope scope, Actor actor)
    {
        var open = db.WorkItems.Where(item => item.EndedAt == null && item.Department == actor.Department);
        if (scope is InboxScope.Mine)
        {
            return open.Where(item => item.HolderId == actor.AccountId);
        }

        // The head of a department may do what its officers may.
        IReadOnlyList<string> posts = actor.Is(Role.DepartmentHead) ? [.. actor.Roles, Role.Officer] : actor.Roles;
        return open.Where(item => posts.Contains(item.Role));
    }
}

/// <summary>One work item in the inbox.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Due">The clock that is due first; null where none runs, as while a correction is awaited.</param>
public sealed record InboxRow(
    string CaseId,
    int WorkItemId,
    string CaseNumber,
    string ServiceCode,
    string ServiceName,
    string ApplicantName,
    string Name,
    string? Matter,
    string? MatterName,
    string Department,
    string Role,
    WorkItemState State,
    string? HolderId,
    string? HolderName,
    DateTimeOffset OfferedAt,
    DateTimeOffset? ClaimedAt,
    Due? Due);
