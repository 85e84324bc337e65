using Microsoft.AspNetCore.Components;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Operations;

public sealed partial class OperationBox
{
    private ElementReference title;
    private OperationEntry entry = OperationEntry.Of();
    private OperationEffects? effects;
    private Rejected? foreseen;
    private string? fault;

    [Parameter, EditorRequired]
    public Operation Operation { get; set; } = default!;

    [Parameter, EditorRequired]
    public OperationTrial Trial { get; set; } = default!;

    /// <summary>Why the engine refused it; null where it has not.</summary>
    [Parameter]
    public Rejected? Refusal { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnConfirm { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Called with true once something is written: it is not kept.</summary>
    [Parameter]
    public EventCallback<bool> OnUnsaved { get; set; }

    private string ReasonKey => Operation.Kind is OperationKind.Comment ? "Operation.Comment"
        : Operation.Reason is ReasonNeed.Optional ? "Operation.Note"
        : "Operation.Reason";

    protected override void OnInitialized() => entry = Operation is { TakesMany: false, Choices: [var first, ..] } ? OperationEntry.Of(first.Code) : OperationEntry.Of();

    protected override void OnParametersSet() => Look();

    // The menu's entry has gone: the keyboard and the screen reader go on at the form.
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? title.FocusAsync().AsTask() : Task.CompletedTask;

    private void Tick(OperationChoice choice, bool isTicked) =>
        Enter(entry with { Chosen = [.. entry.Chosen.Where(code => code != choice.Code), .. isTicked ? new[] { choice.Code } : []] });

    private void Enter(OperationEntry entered)
    {
        (entry, fault) = (entered, null);
        Look();
    }

    private Task Write(OperationEntry entered)
    {
        (entry, fault) = (entered, null);
        return OnUnsaved.InvokeAsync(true);
    }

    // With nobody chosen there is nothing to ask the engine yet.
    private void Look()
    {
        var decision = Operation.TakesMany && entry.Chosen.Count == 0 ? null : Trial.Of(Operation, entry);
        foreseen = decision as Rejected;
        effects = decision is Accepted accepted ? OperationEffects.Of(Trial.View.Case, accepted.Case) : null;
    }

    private async Task Confirm()
    {
        fault = Missing() is { } missing ? Text["Operation.Missing", Text[missing].Value].Value : null;
        if (fault is null)
        {
            await OnConfirm.InvokeAsync(Operation.Command(entry));
        }
    }

    private string? Missing() =>
        Operation.TakesMany && entry.Chosen.Count == 0 ? $"OperationChoice.{Operation.Kind}"
        : Operation.NeedsDocument && string.IsNullOrWhiteSpace(entry.Basis) ? "Operation.Basis"
        : Operation.NeedsDocument && string.IsNullOrWhiteSpace(entry.Document) ? "Operation.Document"
        : Operation.Reason is ReasonNeed.Required && entry.Note is null ? ReasonKey
        : null;
}
