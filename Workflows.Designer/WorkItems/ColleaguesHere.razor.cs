using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Inbox;

namespace Workflows.Designer.WorkItems;

public sealed partial class ColleaguesHere : IAsyncDisposable
{
    private static readonly TimeSpan Rhythm = Desk.Presence / 3;

    private IReadOnlyList<string> names = [];
    private Actor? actor;
    private IDisposable? watching;
    private ITimer? timer;

    [Parameter, EditorRequired]
    public string CaseId { get; set; } = "";

    [Parameter, EditorRequired]
    public int WorkItemId { get; set; }

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        watching?.Dispose();
        if (timer is not null)
        {
            await timer.DisposeAsync();
            await Desk.Leave(CaseId, WorkItemId, actor!);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            actor = await SignedIn.Actor();
            watching = Desk.Subscribe(caseId =>
            {
                if (caseId == CaseId)
                {
                    _ = InvokeAsync(() => Show(Desk.Others(CaseId, WorkItemId, actor)));
                }
            });

            // Colleagues on other nodes are heard of at the next beat, those of this one at once.
            timer = Time.CreateTimer(_ => InvokeAsync(() => Show(Desk.Look(CaseId, WorkItemId, actor))), null, Rhythm, Rhythm);
            await Show(Desk.Look(CaseId, WorkItemId, actor));
        }
    }

    private async Task Show(Task<IReadOnlyList<string>> others)
    {
        names = await others;
        StateHasChanged();
    }
}
