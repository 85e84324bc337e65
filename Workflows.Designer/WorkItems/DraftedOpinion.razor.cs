using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Inbox;

namespace Workflows.Designer.WorkItems;

public sealed partial class DraftedOpinion : IAsyncDisposable
{
    /// <summary>So long after the last key the draft is kept.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private OpinionDraft draft = new("", 0);
    private OpinionDraft? other;
    private DateTimeOffset? keptAt;
    private ITimer? timer;
    private bool isDirty;

    [Parameter, EditorRequired]
    public string CaseId { get; set; } = "";

    [Parameter, EditorRequired]
    public int WorkItemId { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool IsRequired { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    /// <summary>Called with true while something is typed that is not kept yet.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }

        // The last words before the page was closed.
        if (isDirty)
        {
            await Desk.Keep(CaseId, WorkItemId, await SignedIn.Actor(), draft with { Text = Value });
        }
    }

    protected override async Task OnInitializedAsync()
    {
        timer = Time.CreateTimer(_ => InvokeAsync(KeepNow), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        draft = await Desk.Draft(CaseId, WorkItemId, await SignedIn.Actor());
        if (draft.Text.Length > 0 && Value.Length == 0)
        {
            await ValueChanged.InvokeAsync(draft.Text);
        }
    }

    private async Task Typed(ChangeEventArgs change)
    {
        timer!.Change(Pause, Timeout.InfiniteTimeSpan);
        await ValueChanged.InvokeAsync(change.Value?.ToString() ?? "");
        await Mark(true);
    }

    private async Task KeepNow()
    {
        if (!isDirty || other is not null)
        {
            return;
        }

        var kept = await Desk.Keep(CaseId, WorkItemId, await SignedIn.Actor(), draft with { Text = Value });
        if (kept.Version == draft.Version + 1 && kept.Text == Value)
        {
            (draft, keptAt) = (kept, Time.GetUtcNow());
            await Mark(false);
        }
        else
        {
            other = kept;
        }

        StateHasChanged();
    }

    private async Task TakeOther()
    {
        (draft, other) = (other!, null);
        await ValueChanged.InvokeAsync(draft.Text);
        await Mark(false);
    }

    private async Task KeepMine()
    {
        (draft, other) = (other!, null);
        await KeepNow();
    }

    private Task Mark(bool dirty)
    {
        isDirty = dirty;
        return OnUnsaved.InvokeAsync(dirty);
    }
}
