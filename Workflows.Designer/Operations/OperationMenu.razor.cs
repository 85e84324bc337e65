using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Workflows.Definitions.Processes;
using Workflows.Designer.Accounts;
using Workflows.Designer.Catalogue;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Operations;

public sealed partial class OperationMenu
{
    private IReadOnlyList<Operation> operations = [];
    private OperationTrial? trial;
    private Operation? chosen;
    private OperationKind? done;
    private Rejected? refusal;
    private bool isOpen;
    private bool isBusy;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = default!;

    /// <summary>The work item that is open; null for the operations of the case as a whole.</summary>
    [Parameter]
    public WorkItem? Item { get; set; }

    /// <summary>Called when something was done, with its place in the journal.</summary>
    [Parameter]
    public EventCallback<CommandAccepted> OnDone { get; set; }

    /// <summary>Called with true while something is written that is not kept.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    [Inject]
    private Colleagues Colleagues { get; set; } = default!;

    [Inject]
    private Names Names { get; set; } = default!;

    [Inject]
    private CaseHandler Handler { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    // The case may have moved since: what is shown is what would happen now.
    protected override async Task OnParametersSetAsync()
    {
        if (isOpen || chosen is not null)
        {
            await Ask();
        }
    }

    private async Task Toggle()
    {
        (isOpen, done) = (!isOpen, null);
        if (isOpen)
        {
            await Ask();
        }
    }

    private void Pressed(KeyboardEventArgs key) => isOpen = isOpen && key.Key != "Escape";

    private void Choose(Operation operation) => (chosen, isOpen, refusal) = (operation, false, null);

    private Task Close()
    {
        (chosen, refusal) = (null, null);
        return OnUnsaved.InvokeAsync(false);
    }

    private async Task Ask()
    {
        trial = new OperationTrial(View, await SignedIn.Actor(), Time.GetUtcNow());
        var people = OperationPeople.Of(await Colleagues.Of(Departments()), Names.Department);
        operations = Item is { } item ? ItemOperations.Of(trial, item, people) : CaseOperations.Of(trial, people, Text["Operation.WholeCase"]);
    }

    // A signer may come from any department; everything else stays among those that take part in the case.
    private IReadOnlyCollection<string>? Departments()
    {
        var state = View.Case;
        var task = Item is null ? null : View.Definitions.Processes.GetValueOrDefault(Item.ProcessId)?.FindPlace(Item.ElementId)?.Node as UserTask;
        return task?.Approval.Operations.Contains("add-signer") == true
            ? null
            : [.. state.WorkItems.Values.Select(item => item.Department).Concat(state.Matters.Values.Select(matter => matter.Department)).Append(View.Definitions.Service.LeadDepartment).Append(state.ReceivedBy ?? View.Definitions.Service.LeadDepartment).Distinct()];
    }

    private async Task Send(CaseCommand command)
    {
        isBusy = true;
        var result = await Handler.Send(View.Case.Id, await SignedIn.Actor(), command);
        refusal = (result as CommandRejected)?.Rejection;
        if (result is CommandAccepted accepted)
        {
            (done, chosen) = (chosen?.Kind, null);
            await OnUnsaved.InvokeAsync(false);
            await OnDone.InvokeAsync(accepted);
        }

        isBusy = false;
    }
}
