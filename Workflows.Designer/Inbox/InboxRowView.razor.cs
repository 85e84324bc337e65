using Microsoft.AspNetCore.Components;
using Workflows.Engine.Inbox;

namespace Workflows.Designer.Inbox;

public sealed partial class InboxRowView
{
    [Parameter, EditorRequired]
    public ShownRow Shown { get; set; } = default!;

    [Parameter, EditorRequired]
    public string AccountId { get; set; } = "";

    [Parameter]
    public bool CanSelect { get; set; }

    [Parameter]
    public bool IsSelected { get; set; }

    [Parameter]
    public EventCallback<bool> OnSelect { get; set; }

    [Parameter]
    public EventCallback<InboxRow> OnClaim { get; set; }

    private InboxRow Row => Shown.Row;

    private string Address => $"/inbox/{Row.CaseId}/{Row.WorkItemId}";
}
