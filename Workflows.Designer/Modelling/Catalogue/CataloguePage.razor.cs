using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Catalogue;

public sealed partial class CataloguePage
{
    private IReadOnlyList<CatalogueEntry>? entries;
    private Rejected? refusal;
    private CatalogueKind kind;
    private string search = "";

    [Inject]
    private DefinitionCatalogue Definitions { get; set; } = default!;

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IEnumerable<CatalogueEntry> Shown => (entries ?? []).Where(entry => entry.Kind == kind && IsFound(entry));

    protected override async Task OnInitializedAsync() => entries = await Definitions.Read();

    private int Count(CatalogueKind of) => (entries ?? []).Count(entry => entry.Kind == of && IsFound(entry));

    private bool IsFound(CatalogueEntry entry) =>
        entry.Name.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) || entry.Code.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task Open(string service)
    {
        switch (await Drafts.Open(service, await SignedIn.Actor()))
        {
            case DraftTaken taken:
                Navigation.NavigateTo($"/modelling/drafts/{taken.Draft.Id}");
                break;
            case DraftRefused refused:
                refusal = refused.Rejection;
                break;
        }
    }
}
