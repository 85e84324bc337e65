using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.WorkItems;

public sealed partial class WorkItemPage : IDisposable
{
    private WorkItemSheet? sheet;
    private Rejected? refusal;
    private IDisposable? watching;
    private bool isRead;
    private bool isBusy;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public int WorkItemId { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private CaseChanges Changes { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    public void Dispose() => watching?.Dispose();

    protected override void OnInitialized() => watching = Changes.Subscribe(change =>
    {
        if (change.CaseId == CaseId)
        {
            _ = InvokeAsync(async () =>
            {
                await Load();
                StateHasChanged();
            });
        }
    });

    protected override Task OnParametersSetAsync() => Load();

    private async Task Load()
    {
        var actor = await SignedIn.Actor();
        var view = await Cases.Find(CaseId, actor);
        sheet = view is null ? null : WorkItemSheet.Of(view, WorkItemId, actor);
        isRead = true;
    }

    private async Task Send(CaseCommand command)
    {
        isBusy = true;
        var result = await Handler.Send(CaseId, await SignedIn.Actor(), command);
        refusal = (result as CommandRejected)?.Rejection;
        await Load();
        isBusy = false;
    }
}
