using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Lookup;
using Workflows.Engine.Projects;

namespace Workflows.Designer.Projects;

public sealed partial class ForwardingPage
{
    private Page<ForwardingRow>? page;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [Inject]
    private ForwardingDesk Desk { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync() =>
        page = await Desk.Read(new PageRequest(PageNumber ?? 1), await SignedIn.Actor());

    private string AddressOf(int number) => Navigation.GetUriWithQueryParameter("page", number);
}
