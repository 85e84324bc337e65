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
    private IReadOnlyList<ApplicationFault> all = [];
    private IntakeStep step;
    private Rejected? refusal;
    private string? stuck;
    private bool isRead;
    private bool isBusy;
    private bool isSubmitted;

    [Parameter]
    public string ServiceCode { get; set; } = "";

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

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

    private IntakeStep Reachable => Enum.GetValues<IntakeStep>().FirstOrDefault(one => FaultsIn(one).Any(), IntakeStep.Review);

    protected override async Task OnInitializedAsync()
    {
        var service = await Definitions.FindCurrent(ServiceCode);
        isRead = true;
        if (service is not null)
        {
            Keep(IntakeDraft.For(service.Definitions));
        }
    }

    private void Change(string part, FieldChange change) => Keep(draft!.With(part, change));

    private void Keep(IntakeDraft changed)
    {
        draft = changed;
        all = changed.Faults(RegionDay.Of(Time.GetUtcNow(), changed.Definitions.Calendar));
        stuck = null;
    }

    /// <summary>The faults of a part that may be told now: of what was typed, and after trying to go on of all of it.</summary>
    private Dictionary<string, string> FaultsOf(string part) => all
        .Where(fault => fault.Target.StartsWith(part + ".", StringComparison.Ordinal) && (tried.Contains(step) || draft!.IsTouched(fault.Target)))
        .ToDictionary(fault => fault.Target[(part.Length + 1)..], fault => Refusals.Sentence(Text, fault));

    private IEnumerable<ApplicationFault> FaultsIn(IntakeStep one) => all.Where(fault => StepOf(fault) == one);

    private static IntakeStep StepOf(ApplicationFault fault) => fault.Target.Split('.')[0] switch
    {
        IntakeDraft.Answers => IntakeStep.Guidance,
        IntakeDraft.MaterialPart => IntakeStep.Materials,
        _ => IntakeStep.Form,
    };

    private IReadOnlyList<string> Suggest(FormField field) => draft!.TypedElsewhere(field, ApplicantParts);

    private async Task Next()
    {
        tried.Add(step);
        var faults = FaultsIn(step).Count();
        stuck = faults > 0 ? Text["Form.HasFaults", faults].Value
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
