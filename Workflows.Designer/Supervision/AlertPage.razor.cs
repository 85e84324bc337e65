using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Designer.Supervision;

public sealed partial class AlertPage
{
    private Alert? alert;
    private bool isMissing;
    private Rejected? refusal;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private AlertReader Alerts { get; set; } = default!;

    [Inject]
    private AlertHandler Handler { get; set; } = default!;

    protected override async Task Load()
    {
        alert = await Alerts.Find(Id, Actor);
        isMissing = alert is null;
    }

    private async Task Act(AlertCommand command)
    {
        var result = await Handler.Send(Id, Actor, command);
        refusal = result.Rejection;
        await Load();
    }
}
