using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

public sealed partial class CasePage : IDisposable
{
    private CaseView? view;
    private Actor? actor;
    private IReadOnlyList<CaseEvent> events = [];
    private IReadOnlyList<TimelineEntry> timeline = [];
    private IDisposable? watching;
    private bool isRead;
    private bool isUnsaved;
    private Rejected? refusal;
    private JournalVerdict? verdict;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private JournalReader Journal { get; set; } = default!;

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
        actor = await SignedIn.Actor();
        view = await Cases.Find(CaseId, actor);
        isRead = true;
        if (view is not null)
        {
            var journal = (await Journal.Read(CaseId)).Where(entry => entry.Sequence <= view.Sequence).ToList();
            events = [.. journal.SelectMany(entry => entry.Events)];
            timeline = TimelineEntry.Of(journal, view);
            verdict = await Journal.Verify(CaseId);

            // A command that is written between the reading of the journal and of the case looks like a broken chain.
            verdict = verdict.IsIntact ? verdict : await Journal.Verify(CaseId);
        }
    }

    private async Task Send(CaseCommand command)
    {
        refusal = (await Handler.Send(CaseId, actor!, command) as CommandRejected)?.Rejection;
        await Load();
    }
}
