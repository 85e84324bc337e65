using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Designer.WorkItems;

public sealed partial class DecisionBox
{
    private string opinion = "";
    private string certificateNumber = "";
    private string? fault;
    private Outcome? chosen;
    private ElementReference confirmation;
    private bool isAsking;

    [Parameter, EditorRequired]
    public WorkItemSheet Sheet { get; set; } = default!;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnCommand { get; set; }

    /// <summary>Called with true while the opinion is not kept yet.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    /// <summary>Further things that can be done.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool NeedsOpinion => Sheet.Outcomes.All(outcome => outcome.RequiresOpinion);

    private static string ColourOf(Outcome outcome) => outcome.MatterState switch
    {
        MatterState.CompletedRefused or MatterState.AcceptanceRefused or MatterState.NotWithinScope or MatterState.Revoked => "button-danger",
        _ => outcome.RequiresOpinion ? "" : "button-primary",
    };

    // The keyboard goes to the question, so that Enter answers it and Escape takes it back.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isAsking)
        {
            isAsking = false;
            await confirmation.FocusAsync();
        }
    }

    private void Choose(Outcome outcome)
    {
        fault = outcome.RequiresOpinion && string.IsNullOrWhiteSpace(opinion) ? Text["Opinion.Needed", outcome.Name].Value : null;
        chosen = fault is null ? outcome : null;
        isAsking = chosen is not null;
    }

    private void Pressed(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            chosen = null;
        }
    }

    private async Task Complete()
    {
        var values = string.IsNullOrWhiteSpace(certificateNumber) ? null : FeelContext.Empty.With("number", certificateNumber.Trim());
        await OnCommand.InvokeAsync(new CompleteWorkItem(Sheet.Item.Id, chosen!.Code, string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim(), values));
        chosen = null;
    }
}
