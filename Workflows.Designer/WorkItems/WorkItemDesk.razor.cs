using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;
using Workflows.Engine.Returning;

namespace Workflows.Designer.WorkItems;

public sealed partial class WorkItemDesk
{
    private Act act;
    private IReadOnlyList<SendBackTarget> targets = [];

    /// <summary>What the officer is about to do with an item of his.</summary>
    private enum Act
    {
        Decide,
        Correct,
        SendBack,
    }

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

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override void OnParametersSet() => targets = Sheet.IsMine
        ? SendBackPreview.Targets(Sheet.View.Case, Sheet.View.Definitions, Sheet.Actor, Time.GetUtcNow(), Sheet.Item.Id)
        : [];

    private Task Decide()
    {
        act = Act.Decide;
        return OnUnsaved.InvokeAsync(false);
    }
}
