using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Catalogue;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Catalogue;

public sealed partial class NewServicePage
{
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<(string Code, string Name)> services = [];
    private IReadOnlyList<(string Code, string Name)> matters = [];
    private IReadOnlyList<Department> departments = [];
    private Rejected? refusal;
    private string name = "";
    private string code = "";
    private string template = "";
    private string lead = "";
    private int days = 10;

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var current = await Definitions.Current();
        services = [.. current.Select(published => (published.Definitions.Service.Code, published.Definitions.Service.Name))];
        matters = [.. current.SelectMany(published => published.Library.Matters.Values).DistinctBy(matter => matter.Code).OrderBy(matter => matter.Code, StringComparer.Ordinal).Select(matter => (matter.Code, matter.Name))];
        departments = [.. current.SelectMany(published => published.Library.Departments.Values).DistinctBy(department => department.Code)];
    }

    private void Choose(string matter, bool isChosen)
    {
        if (isChosen)
        {
            chosen.Add(matter);
        }
        else
        {
            chosen.Remove(matter);
        }
    }

    private async Task Begin()
    {
        var today = RegionDay.Of(Time.GetUtcNow(), await Definitions.Calendar());
        var service = new NewService(
            code.Trim(), name.Trim(), lead, [.. matters.Select(matter => matter.Code).Where(chosen.Contains)], template.Length == 0 ? null : template, days, today);
        switch (await Drafts.Begin(service, await SignedIn.Actor()))
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
