using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Inbox;

/// <summary>The page of the inbox as the reader has it: nothing moves under the hand, and what has come since is only counted.</summary>
/// <param name="ReadAt">When it was read; what was offered later is news.</param>
public sealed record ShownInbox(Page<InboxRow> Page, DateTimeOffset ReadAt)
{
    public IReadOnlyList<ShownRow> Rows { get; init; } = [.. Page.Items.Select(row => new ShownRow(row, false))];

    /// <summary>How many items have come that are not shown.</summary>
    public int News { get; init; }

    public IReadOnlyList<string> CaseIds => [.. Page.Items.Select(row => row.CaseId).Distinct()];

    /// <summary>The same rows at the same places, as they are now; those that have left stay and say so.</summary>
    /// <param name="still">The items of the shown cases that the query still finds.</param>
    /// <param name="news">How many it finds that were offered since.</param>
    public ShownInbox Renewed(IReadOnlyList<InboxRow> still, int news)
    {
        var now = still.ToDictionary(row => (row.CaseId, row.WorkItemId));
        return this with
        {
            Rows = [.. Rows.Select(shown => now.TryGetValue((shown.Row.CaseId, shown.Row.WorkItemId), out var row) ? new ShownRow(row, false) : shown with { HasLeft = true })],
            News = news,
        };
    }
}

/// <param name="HasLeft">True where the query no longer finds it: somebody has done or taken it.</param>
public sealed record ShownRow(InboxRow Row, bool HasLeft);
