using Microsoft.AspNetCore.Components;
using Workflows.Definitions;
using Workflows.Definitions.Processes.Comparing;
using Workflows.Designer.Accounts;
using Workflows.Designer.Modelling.Drawing;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Review;

/// <summary>What differs from the published version, what reviewers say of it, and publishing.</summary>
public sealed partial class ReviewPage
{
    private DrawingBoard? board;
    private Draft? draft;
    private Actor? actor;
    private Rejected? refusal;
    private IReadOnlyList<FileChange> changes = [];
    private IReadOnlyList<DefinitionError> errors = [];
    private IReadOnlyList<PublishedVersion> running = [];
    private int? publishedVersion;
    private bool isMissing;
    private bool isOvertaken;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private DraftPublication Publication { get; set; } = default!;

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        actor = await SignedIn.Actor();
        draft = await Drafts.Find(Id);
        isMissing = draft is null;
        if (draft is not null)
        {
            var before = draft.BaseVersion is { } version ? await Definitions.Files(draft.ServiceCode, version) : null;
            changes = FileChange.Between(before ?? new Dictionary<string, string>(), draft);
            running = await Publication.Running(draft);
            publishedVersion = draft.State is DraftState.Published ? await Publication.PublishedAs(draft) : null;
        }
    }

    private async Task Ready()
    {
        await board!.Open(draft!.Files[draft.ProcessFile], draft.Version);
        var ofProcess = changes.FirstOrDefault(change => change.Path == draft.ProcessFile)?.Changes ?? [];
        await board.Do(
            "changes",
            ofProcess.Where(change => change.Change is ChangeKind.Added).Select(change => change.ElementId),
            ofProcess.Where(change => change.Change is ChangeKind.Changed).Select(change => change.ElementId));
    }

    private async Task Take((DraftAct Act, string? Text) wanted) => Answered(await Drafts.Take(Id, draft!.Version, wanted.Act, wanted.Text, actor!));

    private async Task Remark((string? ElementId, string Text) remark) => Answered(await Drafts.Remark(Id, draft!.Version, remark.ElementId, remark.Text, actor!));

    private void Answered(DraftAnswer answer)
    {
        (refusal, isOvertaken) = ((answer as DraftRefused)?.Rejection, answer is DraftOvertaken);
        draft = answer switch
        {
            DraftTaken taken => taken.Draft,
            DraftOvertaken overtaken => overtaken.Theirs,
            _ => draft,
        };
    }

    private async Task Publish((DateOnly EffectiveOn, bool DryRun) wanted)
    {
        var published = await Publication.Publish(draft!, wanted.EffectiveOn, actor!, wanted.DryRun);
        (refusal, errors) = (published.Rejection, published.Report.Errors);
        if (published.IsPublished && !wanted.DryRun)
        {
            publishedVersion = published.Version;
            draft = await Drafts.Find(Id);
            running = await Publication.Running(draft!);
        }
    }
}
