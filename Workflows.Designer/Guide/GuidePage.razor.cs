using Microsoft.AspNetCore.Components;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Guide;

/// <summary>办事指南: every service that is in force, told by the definitions that run it.</summary>
public sealed partial class GuidePage
{
    private IReadOnlyList<PublishedService> services = [];

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    protected override async Task OnInitializedAsync() => services = await Definitions.Current();
}
