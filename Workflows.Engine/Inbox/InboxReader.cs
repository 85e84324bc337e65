using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Inbox;

/// <summary>Reads the inbox (待办箱): the open work items of an actor, or of the actor's department, and what the actor has done.</summary>
public sealed class InboxReader(EngineDatabase database, DefinitionStore definitions, TimeProvider time)
{
    /// <summary>The work items that fit the query and that the actor may see.</summary>
    /// <remarks>Nobody sees another department's items; a person sees those of the own posts, a department head also the officers'.</remarks>
    public async Task<Page<InboxRow>> Read(InboxQuery query, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        var calendar = await definitions.Calendar(cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), calendar);
        await using var db = database.Open();
        var items = query.Of(Visible(db, query.Scope, actor), db.Cases, today);
        var found = await query.Sorted(items, db.Cases).Skip(page.Skipped).Take(page.Size).AsNoTracking().ToListAsync(cancellation);

        // The cases of one page only: joining them before the page is cut would read those of the whole department.
        var ids = found.Select(item => item.CaseId).Distinct().ToList();
        var cases = await db.Cases.Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Number, row.ServiceCode, row.ServiceName, row.ApplicantName })
            .ToDictionaryAsync(row => row.Id, cancellation);
        var opened = await db.DeskNotes.Where(note => note.AccountId == actor.AccountId && note.OpenedAt != null && ids.Contains(note.CaseId))
            .Select(note => new { note.CaseId, note.WorkItemId }).ToListAsync(cancellation);
        var rows = found.Select(item => (Item: item, Case: cases[item.CaseId])).Select(entry => new InboxRow(
            entry.Item.CaseId,
            entry.Item.WorkItemId,
            entry.Case.Number,
            entry.Case.ServiceCode,
            entry.Case.ServiceName,
            entry.Case.ApplicantName,
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
            entry.Item.EndedAt,
            entry.Item.Outcome,
            Due.Of(entry.Item.DueOn, entry.Item.DueUnit, calendar, today),
            entry.Item.EndedAt is null && !opened.Contains(new { entry.Item.CaseId, entry.Item.WorkItemId })));
        var total = await Count(items, query.Scope, page.Counted, cancellation);
        return new Page<InboxRow>([.. rows], page.Number, page.Size, Math.Min(total, page.Counted), total > page.Counted);
    }

    /// <summary>How many items of the actor's department wait that the actor has not opened yet.</summary>
    /// <param name="most">No more than so many are counted.</param>
    public async Task<int> Unread(Actor actor, int most, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return await Visible(db, InboxScope.Department, actor)
            .Where(item => !db.DeskNotes.Any(note => note.AccountId == actor.AccountId && note.CaseId == item.CaseId && note.WorkItemId == item.WorkItemId && note.OpenedAt != null))
            .OrderBy(item => item.SortedOn)
            .Take(most)
            .CountAsync(cancellation);
    }

    /// <summary>Counting all that a large department has costs more than reading its first page, and nobody reads the number.</summary>
    private static Task<int> Count(IQueryable<WorkItemRow> items, InboxScope scope, int most, CancellationToken cancellation) =>
        (scope is InboxScope.Done ? items.OrderByDescending(item => item.EndedAt) : items.OrderBy(item => item.SortedOn)).Take(most + 1).CountAsync(cancellation);

    private static IQueryable<WorkItemRow> Visible(EngineDb db, InboxScope scope, Actor actor)
    {
        if (scope is InboxScope.Done)
        {
            return db.WorkItems.Where(item => item.HolderId == actor.AccountId && item.EndedAt != null && item.State == WorkItemState.Completed && item.Department == actor.Department);
        }

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
/// <param name="Outcome">The code of the outcome; null while the item is open.</param>
/// <param name="IsUnread">True where it is open and the reader has never opened it.</param>
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
    DateTimeOffset? EndedAt,
    string? Outcome,
    Due? Due,
    bool IsUnread);
