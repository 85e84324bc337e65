using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;

namespace Workflows.Designer.WorkItems;

public sealed partial class WorkItemDesk
{
    private bool isCorrecting;

    [Parameter, EditorRequired]
    public WorkItemSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReviewChecklist Checklist { get; set; } = default!;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnCommand { get; set; }

    /// <summary>Called with true while something is written that is not kept.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    private Task StopCorrecting()
    {
        isCorrecting = false;
        return OnUnsaved.InvokeAsync(false);
    }
}
