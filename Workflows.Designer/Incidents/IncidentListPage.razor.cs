using Microsoft.AspNetCore.Components;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Incidents;

public sealed partial class IncidentListPage
{
    private Page<StoppedCase>? page;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    /// <summary>The number of the case that has just been helped.</summary>
    [SupplyParameterFromQuery(Name = "handled")]
    private string? Handled { get; set; }

    [Inject]
    private IncidentReader Incidents { get; set; } = default!;

    protected override async Task Load() => page = await Incidents.List(new PageRequest(PageNumber ?? 1));
}
