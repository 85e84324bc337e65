using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Incidents;

public sealed partial class IncidentPage
{
    private StoppedAt? stop;
    private bool isMissing;
    private Rejected? refusal;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public int IncidentId { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task Load()
    {
        stop = await Cases.Find(CaseId, Actor) is { } view ? StoppedAt.Of(view, IncidentId) : null;
        isMissing = stop is null;
    }

    private async Task Send(CaseCommand command)
    {
        var number = stop!.Case.Number;
        refusal = (await Handler.Send(CaseId, Actor, command) as CommandRejected)?.Rejection;
        if (refusal is null)
        {
            Navigation.NavigateTo($"/incidents?handled={number}");
        }
    }
}
