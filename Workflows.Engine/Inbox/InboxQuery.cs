using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Inbox;

/// <summary>What work items are looked for; what is null does not matter.</summary>
/// <param name="Text">The beginning of a case number, or a part of the applicant's, step's or matter's name.</param>
/// <param name="OverdueOnly">Only items of which a clock is past its due day.</param>
public sealed record InboxQuery(
    InboxScope Scope = InboxScope.Department,
    string? Text = null,
    string? ServiceCode = null,
    string? Matter = null,
    WorkItemState? State = null,
    bool OverdueOnly = false,
    InboxOrder Order = InboxOrder.Due)
{
    /// <summary>Only items that were offered after this instant: what came since a page was read.</summary>
    public DateTimeOffset? OfferedAfter { get; init; }

    /// <summary>Only items of these cases: what became of a page that was read.</summary>
    public IReadOnlyList<string>? CaseIds { get; init; }

    internal IQueryable<WorkItemRow> Of(IQueryable<WorkItemRow> items, IQueryable<CaseRow> cases, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var text = Text.Trim();
            items = items.Where(item => item.Name.Contains(text) || (item.MatterName != null && item.MatterName.Contains(text))
                || cases.Any(row => row.Id == item.CaseId && (row.Number.StartsWith(text) || row.ApplicantName.Contains(text))));
        }

        if (ServiceCode is { } service)
        {
            items = items.Where(item => cases.Any(row => row.Id == item.CaseId && row.ServiceCode == service));
        }

        if (Matter is { } matter)
        {
            items = items.Where(item => item.Matter == matter);
        }

        if (State is { } state)
        {
            items = items.Where(item => item.State == state);
        }

        if (OfferedAfter is { } after)
        {
            items = items.Where(item => item.OfferedAt > after);
        }

        if (CaseIds is { } ids)
        {
            items = items.Where(item => ids.Contains(item.CaseId));
        }

        return OverdueOnly ? items.Where(item => item.SortedOn < today) : items;
    }

    internal IOrderedQueryable<WorkItemRow> Sorted(IQueryable<WorkItemRow> items, IQueryable<CaseRow> cases) => Order switch
    {
        InboxOrder.Newest => items.OrderByDescending(item => item.OfferedAt).ThenBy(item => item.CaseId),
        InboxOrder.Oldest => items.OrderBy(item => item.OfferedAt).ThenBy(item => item.CaseId),
        InboxOrder.Number => items.OrderBy(item => cases.Where(row => row.Id == item.CaseId).Select(row => row.Number).First()).ThenBy(item => item.WorkItemId),
        _ when Scope is InboxScope.Done => items.OrderByDescending(item => item.EndedAt).ThenBy(item => item.CaseId),
        _ => items.OrderBy(item => item.SortedOn).ThenBy(item => item.OfferedAt).ThenBy(item => item.CaseId).ThenBy(item => item.WorkItemId),
    };
}

public enum InboxScope
{
    /// <summary>我的: what the actor has claimed.</summary>
    Mine,

    /// <summary>本部门: what waits in the actor's department for the actor's posts.</summary>
    Department,

    /// <summary>已办: what the actor has completed, the latest first.</summary>
    Done,
}

public enum InboxOrder
{
    /// <summary>What is due first; what has no due day comes last. Of what is done, the latest first.</summary>
    Due,
    Newest,
    Oldest,
    Number,
}
