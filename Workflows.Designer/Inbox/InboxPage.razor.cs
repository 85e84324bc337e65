using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Inbox;

public sealed partial class InboxPage : IDisposable
{
    private Page<InboxRow>? page;
    private Actor? actor;
    private Rejected? refusal;
    private IDisposable? watching;

    [SupplyParameterFromQuery(Name = "scope")]
    private string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private bool? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

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

    private InboxQuery Query => new(
        Read(Scope, InboxScope.Department),
        SearchText,
        State: Enum.TryParse<WorkItemState>(State, out var state) ? state : null,
        OverdueOnly: Overdue is true,
        Order: Read(Order, InboxOrder.Due));

    private bool IsFiltered => !string.IsNullOrWhiteSpace(SearchText) || State is not null || Overdue is true;

    public void Dispose() => watching?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        actor = await SignedIn.Actor();
        watching = Changes.Subscribe(change =>
        {
            if (actor.Department is { } own && change.Departments.Contains(own))
            {
                _ = InvokeAsync(Reload);
            }
        });
    }

    protected override Task OnParametersSetAsync() => Load();

    private static T Read<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : otherwise;

    private async Task Load()
    {
        if (actor is not null)
        {
            page = await Inbox.Read(Query, new PageRequest(PageNumber ?? 1), actor);
        }
    }

    private async Task Reload()
    {
        await Load();
        StateHasChanged();
    }

    private void Show(InboxQuery query) => Navigation.NavigateTo(Address(query, null), replace: true);

    private string AddressOfPage(int number) => Address(Query, number);

    private string Address(InboxQuery query, int? number) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["scope"] = query.Scope is InboxScope.Department ? null : query.Scope.ToString(),
        ["q"] = string.IsNullOrWhiteSpace(query.Text) ? null : query.Text,
        ["state"] = query.State?.ToString(),
        ["overdue"] = query.OverdueOnly ? true : null,
        ["order"] = query.Order is InboxOrder.Due ? null : query.Order.ToString(),
        ["page"] = number,
    });

    private async Task Claim(InboxRow row)
    {
        var result = await Cases.Send(row.CaseId, actor!, new ClaimWorkItem(row.WorkItemId));
        refusal = (result as CommandRejected)?.Rejection;
        if (refusal is null)
        {
            Navigation.NavigateTo($"/inbox/{row.CaseId}/{row.WorkItemId}");
        }
        else
        {
            await Load();
        }
    }
}
