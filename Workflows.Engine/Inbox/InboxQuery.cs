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
    internal IQueryable<InboxEntry> Of(IQueryable<InboxEntry> entries, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var text = Text.Trim();
            entries = entries.Where(entry => entry.Case.Number.StartsWith(text) || entry.Case.ApplicantName.Contains(text)
                || entry.Item.Name.Contains(text) || (entry.Item.MatterName != null && entry.Item.MatterName.Contains(text)));
        }

        if (ServiceCode is { } service)
        {
            entries = entries.Where(entry => entry.Case.ServiceCode == service);
        }

        if (Matter is { } matter)
        {
            entries = entries.Where(entry => entry.Item.Matter == matter);
        }

        if (State is { } state)
        {
            entries = entries.Where(entry => entry.Item.State == state);
        }

        return OverdueOnly ? entries.Where(entry => entry.Item.DueOn < today) : entries;
    }

    internal IOrderedQueryable<InboxEntry> Sorted(IQueryable<InboxEntry> entries) => Order switch
    {
        InboxOrder.Newest => entries.OrderByDescending(entry => entry.Item.OfferedAt).ThenBy(entry => entry.Item.CaseId),
        InboxOrder.Oldest => entries.OrderBy(entry => entry.Item.OfferedAt).ThenBy(entry => entry.Item.CaseId),
        InboxOrder.Number => entries.OrderBy(entry => entry.Case.Number).ThenBy(entry => entry.Item.WorkItemId),
        _ => entries.OrderBy(entry => entry.Item.DueOn == null).ThenBy(entry => entry.Item.DueOn).ThenBy(entry => entry.Item.OfferedAt).ThenBy(entry => entry.Item.CaseId),
    };
}

public enum InboxScope
{
    /// <summary>我的: what the actor has claimed.</summary>
    Mine,

    /// <summary>本部门: what waits in the actor's department for the actor's posts.</summary>
    Department,
}

public enum InboxOrder
{
    /// <summary>What is due first; what has no due day comes last.</summary>
    Due,
    Newest,
    Oldest,
    Number,
}

/// <summary>A work item with its case, as the database joins them.</summary>
internal sealed class InboxEntry
{
    public required WorkItemRow Item { get; init; }

    public required CaseRow Case { get; init; }
}
