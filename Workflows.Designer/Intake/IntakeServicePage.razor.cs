using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Workflows.Definitions.Forms;
using Workflows.Designer.Accounts;
using Workflows.Designer.Forms;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;

namespace Workflows.Designer.Intake;

public sealed partial class IntakeServicePage
{
    private readonly HashSet<IntakeStep> tried = [];
    private readonly string commandId = Guid.CreateVersion7().ToString("N");
    private IntakeDraft? draft;
    private IntakeFaults faults = new([]);
    private IntakeStep step;
    private Rejected? refusal;
    private string? stuck;
    private bool isRead;
    private bool isBusy;
    private bool isSubmitted;
    private bool isRestored;

    [Parameter]
    public string ServiceCode { get; set; } = "";

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private DraftShelf Shelf { get; set; } = default!;

    [Inject]
    private ApplicationIntake Intake { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    private bool IsUnsaved => draft is { IsEmpty: false } && !isSubmitted;

    private IReadOnlyList<FormField> ApplicantParts => ApplicantFields.Of(Text, draft!.Definitions.Service, draft.Kind);

    protected override async Task OnInitializedAsync()
    {
        var service = await Definitions.FindCurrent(ServiceCode);
        isRead = true;
        if (service is not null)
        {
            var kept = await Shelf.Find(service.Definitions);
            isRestored = kept is not null;
            Keep(kept ?? IntakeDraft.For(service.Definitions));
        }
    }

    /// <summary>With every field that is left, and after every file: often enough to lose nothing, and not with every key.</summary>
    private async Task Shelve()
    {
        if (IsUnsaved)
        {
            await Shelf.Keep(draft!);
        }
    }

    private async Task BeginAnew()
    {
        await Shelf.Forget(draft!.Definitions);
        isRestored = false;
        tried.Clear();
        Go(IntakeStep.Guidance);
        Keep(IntakeDraft.For(draft.Definitions));
    }

    private Task KeepFiles(IntakeDraft changed)
    {
        Keep(changed);
        return Shelve();
    }

    private void Change(string part, FieldChange change) => Keep(draft!.With(part, change));

    private void Keep(IntakeDraft changed)
    {
        draft = changed;
        faults = new IntakeFaults(changed.Faults(RegionDay.Of(Time.GetUtcNow(), changed.Definitions.Calendar)));
        stuck = null;
    }

    /// <summary>Of what was typed, and after trying to go on of all of it.</summary>
    private Dictionary<string, string> FaultsOf(string part) =>
        faults.Told(Text, part, fault => tried.Contains(step) || draft!.IsTouched(fault.Target));

    private IReadOnlyList<string> Suggest(FormField field) => draft!.TypedElsewhere(field, ApplicantParts);

    private async Task Next()
    {
        if (step is IntakeStep.Review)
        {
            // The second of two quick presses: the browser has not shown yet that there is nothing further.
            return;
        }

        tried.Add(step);
        var open = faults.CountIn(step);
        stuck = open > 0 ? Text["Form.HasFaults", open].Value
            : step is IntakeStep.Guidance && draft!.Scope.Matters.Count == 0 ? Text["Intake.NoMatters"].Value
            : null;
        if (stuck is null)
        {
            Go(step + 1);
        }
        else
        {
            await FocusFirstFault();
        }
    }

    private void Go(IntakeStep to)
    {
        step = to;
        stuck = null;
    }

    private async Task FocusFirstFault()
    {
        StateHasChanged();
        await using var page = await JS.InvokeAsync<IJSObjectReference>("import", Assets["./dist/page.js"]);
        await page.InvokeVoidAsync("focusFirstInvalid");
    }

    private async Task Submit()
    {
        isBusy = true;

        // The command has one id as long as the page is open: pressing twice, or again after a lost connection, starts one case.
        var result = await Intake.Submit(draft!.Application, await SignedIn.Actor(), commandId);
        isBusy = false;
        refusal = (result as CommandRejected)?.Rejection;
        if (result is CommandAccepted accepted)
        {
            isSubmitted = true;
            await Shelf.Forget(draft.Definitions);
            Navigation.NavigateTo($"/cases/{accepted.Case.Id}/receipt");
        }
    }

    private async Task AskBeforeLeaving(LocationChangingContext leaving)
    {
        if (IsUnsaved && !await JS.InvokeAsync<bool>("confirm", Text["Intake.LeaveUnsaved"].Value))
        {
            leaving.PreventNavigation();
        }
    }
}
