using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Designer.Catalogue;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Inbox;

public sealed partial class InboxPage : IDisposable
{
    private const int MostUnread = 100;

    private readonly HashSet<(string CaseId, int WorkItemId)> selected = [];
    private readonly List<BatchRefusal> refusals = [];
    private ShownInbox? shown;
    private Actor? actor;
    private IDisposable? watching;
    private int unread;
    private int pending;
    private bool isBusy;

    [Inject]
    private InboxReader Inbox { get; set; } = default!;

    [Inject]
    private CaseHandler Cases { get; set; } = default!;

    [Inject]
    private CaseChanges Changes { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Names Names { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "scope")]
    private string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery(Name = "service")]
    private string? ServiceCode { get; set; }

    [SupplyParameterFromQuery(Name = "matter")]
    private string? Matter { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private bool? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private InboxQuery Query => new(
        Read(Scope, InboxScope.Department),
        SearchText,
        ServiceCode,
        Matter,
        Enum.TryParse<WorkItemState>(State, out var state) ? state : null,
        Overdue is true,
        Read(Order, InboxOrder.Due));

    private bool IsFiltered => Query is not { Text: null or "", ServiceCode: null, Matter: null, State: null, OverdueOnly: false };

    private bool CanSelect => Query.Scope is not InboxScope.Done;

    /// <summary>The selected rows that can still be worked on.</summary>
    private IReadOnlyList<InboxRow> Chosen =>
        [.. (shown?.Rows ?? []).Where(row => !row.HasLeft && selected.Contains(KeyOf(row.Row))).Select(row => row.Row)];

    public void Dispose() => watching?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        actor = await SignedIn.Actor();
        watching = Changes.Subscribe(change =>
        {
            if (actor.Department is { } own && change.Departments.Contains(own) && Interlocked.Exchange(ref pending, 1) == 0)
            {
                _ = InvokeAsync(Follow);
            }
        });
    }

    protected override Task OnParametersSetAsync() => Load();

    private static T Read<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : otherwise;

    private static (string CaseId, int WorkItemId) KeyOf(InboxRow row) => (row.CaseId, row.WorkItemId);

    private async Task Load()
    {
        if (actor is null)
        {
            return;
        }

        var readAt = Time.GetUtcNow();
        shown = new ShownInbox(await Inbox.Read(Query, new PageRequest(PageNumber ?? 1), actor), readAt);
        unread = await Inbox.Unread(actor, MostUnread);
        selected.IntersectWith(shown.Page.Items.Select(KeyOf));
    }

    /// <summary>Shows what others did without moving a row; an empty list has nothing that could move.</summary>
    private async Task Follow()
    {
        Interlocked.Exchange(ref pending, 0);
        if (shown is not { Rows.Count: > 0 } before)
        {
            await Load();
        }
        else
        {
            var still = await Inbox.Read(Query with { CaseIds = before.CaseIds }, new PageRequest(1, PageRequest.LargestSize), actor!);
            var news = await Inbox.Read(Query with { OfferedAfter = before.ReadAt }, new PageRequest(1, 1), actor!);
            unread = await Inbox.Unread(actor!, MostUnread);

            // Meanwhile another page may have been opened.
            shown = ReferenceEquals(shown, before) ? before.Renewed(still.Items, news.Total) : shown;
        }

        StateHasChanged();
    }

    private void Show(InboxQuery query) => Navigation.NavigateTo(InboxAddress.Of(query), replace: true);

    private void Select(InboxRow row, bool isSelected)
    {
        if (isSelected)
        {
            selected.Add(KeyOf(row));
        }
        else
        {
            selected.Remove(KeyOf(row));
        }
    }

    private void SelectAll(ChangeEventArgs change)
    {
        selected.Clear();
        if (change.Value is true)
        {
            selected.UnionWith(shown!.Rows.Where(row => !row.HasLeft).Select(row => KeyOf(row.Row)));
        }
    }

    private async Task Claim(InboxRow row)
    {
        await ClaimAll([row]);
        if (refusals.Count == 0)
        {
            Navigation.NavigateTo($"/inbox/{row.CaseId}/{row.WorkItemId}");
        }
    }

    /// <summary>Each item is claimed for itself: one that another has taken keeps nobody from the rest.</summary>
    private async Task ClaimAll(IReadOnlyList<InboxRow> rows)
    {
        isBusy = true;
        refusals.Clear();
        foreach (var row in rows.Where(row => row.State is WorkItemState.Offered))
        {
            if (await Cases.Send(row.CaseId, actor!, new ClaimWorkItem(row.WorkItemId)) is CommandRejected { Rejection: { } refused })
            {
                refusals.Add(new BatchRefusal(row.CaseNumber, row.Name, refused));
            }
        }

        await Load();
        isBusy = false;
    }
}
