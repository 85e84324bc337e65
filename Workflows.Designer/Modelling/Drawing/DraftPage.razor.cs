using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Comparing;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>A draft on the drawing board: every change is saved and checked when it rests.</summary>
public sealed partial class DraftPage
{
    private readonly CancellationTokenSource leaving = new();
    private DrawingBoard? board;
    private Draft? draft;
    private Actor? actor;
    private ElementProperties? chosen;
    private DraftReport? report;
    private PlayedRun? run;
    private DraftConflict? conflict;
    private Rejected? refusal;
    private ForeignDrawing? foreign;
    private string? foreignFault;
    private DefinitionNames names = DefinitionNames.None;
    private IReadOnlyList<DrawnElement> elements = [];
    private IReadOnlyList<string> others = [];
    private DateTimeOffset? keptAt;
    private IDisposable? presence;
    private DrawingTab tab;
    private string? openedFile;
    private bool isMissing;
    private bool isSaving;
    private bool isChangedMeanwhile;
    private bool showsPath;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private DraftCheck Check { get; set; } = default!;

    [Inject]
    private DraftPresence Presence { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string File => openedFile ?? draft?.ProcessFile ?? "";

    private bool IsReadOnly => draft?.State is not DraftState.Drafting;

    private int ErrorCount => report is null ? 0 : report.Errors.Count + report.Findings.Count(finding => finding.Severity is Severity.Error);

    private int WarningCount => report?.Findings.Count(finding => finding.Severity is Severity.Warning) ?? 0;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        presence?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        actor = await SignedIn.Actor();
        draft = await Drafts.Find(Id);
        isMissing = draft is null;
        if (draft is not null)
        {
            names = DefinitionNames.Of(await Check.Library(draft), draft.ServiceCode);
            presence = Presence.Enter(Id, actor.Name, present => _ = InvokeAsync(() =>
            {
                others = present;
                StateHasChanged();
            }));
        }
    }

    private async Task Ready()
    {
        await board!.Open(draft!.Files[File], draft.Version);
        keptAt = IsReadOnly ? null : await board.KeptAt();
        await Look();
    }

    /// <summary>Saves the drawing, again where it went on meanwhile.</summary>
    private async Task Changed()
    {
        isChangedMeanwhile = true;
        if (isSaving || conflict is not null || IsReadOnly)
        {
            return;
        }

        isSaving = true;
        StateHasChanged();
        while (isChangedMeanwhile && conflict is null && refusal is null)
        {
            isChangedMeanwhile = false;
            var (xml, changes) = await board!.Read();
            await Saved(await Drafts.Save(Id, draft!.Version, File, xml, actor!), xml, changes);
        }

        isSaving = false;
        await Look();
    }

    private async Task Saved(DraftAnswer answer, string mine, int changes)
    {
        switch (answer)
        {
            case DraftTaken taken:
                draft = taken.Draft;
                await board!.Do("saved", draft.Version, changes);
                break;
            case DraftOvertaken overtaken:
                conflict = new DraftConflict(overtaken.Theirs, mine, DrawnChanges.Between(draft!.Files[File], overtaken.Theirs.Files.GetValueOrDefault(File) ?? "", File));
                break;
            case DraftRefused refused:
                refusal = refused.Rejection;
                break;
        }
    }

    /// <summary>Checks the drawing by all rules, on a thread of its own: a large process takes a while.</summary>
    private async Task Look()
    {
        elements = await board!.Elements();
        var looked = draft!;
        report = await Task.Run(() => Check.Check(looked, File, leaving.Token), leaving.Token);
        await board.Do("findings", report.Findings.Where(finding => finding.ElementId is not null).Select(finding => new
        {
            id = finding.ElementId,
            severity = finding.Severity is Severity.Error ? "error" : "warning",
            text = FindingWords.Sentence(Text, finding),
        }));
        await board.Do("criticalPath", showsPath ? report.Time?.LongestPath ?? [] : []);
        StateHasChanged();
    }

    private async Task TakeTheirs()
    {
        (draft, conflict) = (conflict!.Theirs, null);
        await board!.Do("forget");
        await board.Open(draft.Files[File], draft.Version);
        await Look();
    }

    /// <summary>What the other drew stays, as a draft of its own; this one goes on with mine.</summary>
    private async Task KeepMine()
    {
        var (theirs, mine) = (conflict!.Theirs, conflict.Mine);
        await Drafts.Copy(Id, null, actor!);
        conflict = null;
        await Saved(await Drafts.Save(Id, theirs.Version, File, mine, actor!), mine, -1);
        await Look();
    }

    private async Task RestoreKept()
    {
        keptAt = null;
        await board!.Restore(await board.Kept());
    }

    private async Task ForgetKept()
    {
        keptAt = null;
        await board!.Do("forget");
    }

    /// <summary>Draws a file of another tool instead; where it cannot be drawn, the drawing stays as it is.</summary>
    private async Task OpenForeign(IBrowserFile file)
    {
        (foreign, foreignFault) = (null, null);
        if (file.Size > DraftBook.LargestFile)
        {
            foreignFault = $"Expected a file of at most {DraftBook.LargestFile / 1024} KB, but '{file.Name}' is larger.";
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await using (var stream = file.OpenReadStream(DraftBook.LargestFile))
            {
                await stream.CopyToAsync(content);
            }

            content.Position = 0;
            var read = ForeignDrawing.Read(content, file.Name);
            await board!.Restore(read.Xml);
            foreign = read;
        }
        catch (DefinitionException wrong)
        {
            foreignFault = string.Join(' ', wrong.Errors);
        }
        catch (JSException undrawable)
        {
            foreignFault = undrawable.Message;
        }
    }

    private async Task OpenFile(string file)
    {
        openedFile = file;
        (chosen, report, run) = (null, null, null);
        await Task.CompletedTask;
    }

    private void Chosen(ElementProperties? properties)
    {
        chosen = properties;
        tab = properties is not null && tab is DrawingTab.Time ? DrawingTab.Properties : tab;
    }

    private Task Update(ElementProperties properties) => board!.Do("update", properties.Id, properties);

    private Task Act(string what) => board!.Do(what);

    private Task DownloadSvg() => board!.Do("downloadSvg", $"{draft!.ServiceCode}.svg");

    private void Show(DrawingTab wanted) => tab = wanted;

    private async Task Select(string id)
    {
        await board!.Do("select", id);
    }

    private async Task TogglePath()
    {
        showsPath = !showsPath;
        tab = showsPath ? DrawingTab.Time : tab;
        await board!.Do("criticalPath", showsPath ? report?.Time?.LongestPath ?? [] : []);
    }

    private async Task Play(Finding finding)
    {
        run = new PlayedRun(finding, 0);
        await board!.Do("play", finding.CounterExample);
    }

    private async Task StepRun(int step)
    {
        run = run!.At(step);
        await board!.Do("showStep", run.Finding.CounterExample, run.Step);
    }

    private async Task StopRun()
    {
        run = null;
        await board!.Do("stopPlaying");
    }

    private Task Append(string key) => board!.Do("append", key);

    private Task Connect((string From, string To) ends) => board!.Do("connect", ends.From, ends.To);

    private Task Remove(string id) => board!.Do("remove", id);
}
