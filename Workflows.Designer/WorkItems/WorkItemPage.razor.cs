using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Designer.Cases;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.WorkItems;

public sealed partial class WorkItemPage : IDisposable
{
    private readonly ReviewChecklist checklist = new();
    private readonly HashSet<int> own = [];
    private WorkItemSheet? sheet;
    private Rejected? refusal;
    private IDisposable? watching;
    private bool isRead;
    private bool isBusy;
    private bool isUnsaved;
    private bool wasHeld;
    private int? seen;
    private IReadOnlyList<TimelineEntry> news = [];

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public int WorkItemId { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private JournalReader Journal { get; set; } = default!;

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
        if (sheet is null)
        {
            return;
        }

        seen ??= sheet.View.Sequence;
        news = sheet.View.Sequence > seen && sheet.IsOpen
            ? WorkItemNews.Since(seen.Value, own, await Journal.Read(CaseId), sheet.Item, sheet.View)
            : [];
    }

    // What the reader did himself is no news.
    private Task Reload(CommandAccepted accepted)
    {
        own.Add(accepted.Sequence);
        return Load();
    }

    private void ReadNews() => (seen, news, wasHeld) = (sheet!.View.Sequence, [], false);

    /// <summary>Sends a command, unless the item has changed since the reader saw it: then that is read first, and nothing that was written is lost.</summary>
    private async Task Send(CaseCommand command)
    {
        isBusy = true;
        await Load();
        wasHeld = news.Count > 0;
        if (!wasHeld)
        {
            var result = await Handler.Send(CaseId, await SignedIn.Actor(), command);
            refusal = (result as CommandRejected)?.Rejection;
            if (result is CommandAccepted accepted)
            {
                own.Add(accepted.Sequence);
                isUnsaved = false;
            }

            await Load();
        }

        isBusy = false;
    }
}
