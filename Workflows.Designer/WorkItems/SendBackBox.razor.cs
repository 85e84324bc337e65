using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Returning;

namespace Workflows.Designer.WorkItems;

public sealed partial class SendBackBox
{
    private ElementReference first;
    private string to = "";
    private string reason = "";
    private string? fault;
    private SendBackReturn afterwards;
    private SendBackPlan? plan;
    private Rejected? refusal;
    private HashSet<string> steps = [];

    [Parameter, EditorRequired]
    public WorkItemSheet Sheet { get; set; } = default!;

    /// <summary>Where the item may go; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SendBackTarget> Targets { get; set; } = [];

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnCommand { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Called with true once a reason is written: it is not kept.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private SendBackTarget? Target => Targets.FirstOrDefault(target => target.ElementId == to);

    protected override void OnInitialized() => Choose(Targets[0]);

    // The case may have moved since: what is shown is what would happen now.
    protected override void OnParametersSet()
    {
        steps = [.. Sheet.View.Case.WorkItems.Values.Select(item => item.ElementId)];
        Look();
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? first.FocusAsync().AsTask() : Task.CompletedTask;

    private void Choose(ChangeEventArgs change) => Choose(Targets.First(target => target.ElementId == change.Value as string));

    private void Choose(SendBackTarget target)
    {
        (to, afterwards) = (target.ElementId, target.Returns[0]);
        Look();
    }

    private void Choose(SendBackReturn way)
    {
        afterwards = way;
        Look();
    }

    private Task Write(ChangeEventArgs change)
    {
        (reason, fault) = (change.Value as string ?? "", null);
        return OnUnsaved.InvokeAsync(reason.Length > 0);
    }

    private void Look() => (plan, refusal) = Target is null
        ? (null, null)
        : SendBackPreview.Of(Sheet.View.Case, Sheet.View.Definitions, Sheet.Actor, Time.GetUtcNow(), new SendBack(Sheet.Item.Id, to, afterwards, reason));

    private async Task Send()
    {
        fault = string.IsNullOrWhiteSpace(reason) ? Text["SendBack.NoReason"].Value : null;
        if (fault is null)
        {
            await OnCommand.InvokeAsync(new SendBack(Sheet.Item.Id, to, afterwards, reason.Trim(), plan!.Mark));
        }
    }
}
