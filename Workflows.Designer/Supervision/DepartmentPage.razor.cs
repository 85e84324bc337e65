using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Lookup;
using Workflows.Engine.Supervision.Board;

namespace Workflows.Designer.Supervision;

public sealed partial class DepartmentPage
{
    private Page<HeldItem>? page;

    [Parameter]
    public string Department { get; set; } = "";

    [SupplyParameterFromQuery(Name = "level")]
    private string? Level { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [Inject]
    private BoardReader Board { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private AlertLevel? Wanted => Enum.TryParse<AlertLevel>(Level, out var level) ? level : null;

    protected override async Task Load() => page = await Board.Held(Department, Wanted, new PageRequest(PageNumber ?? 1), Actor);

    private void Show(string? level) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["level"] = string.IsNullOrEmpty(level) ? null : level, ["page"] = null }), replace: true);

    private string AddressOf(int number) => Navigation.GetUriWithQueryParameter("page", number);
}
