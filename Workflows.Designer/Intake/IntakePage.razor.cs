using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Intake;

public sealed partial class IntakePage
{
    private IReadOnlyList<ServiceDefinition>? services;

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    protected override async Task OnInitializedAsync() =>
        services = [.. (await Definitions.Current()).Select(published => published.Definitions.Service)];
}
