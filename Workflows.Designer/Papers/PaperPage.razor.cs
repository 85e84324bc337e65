using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Papers;

/// <summary>A paper for the applicant, ready to be printed by the browser.</summary>
public sealed partial class PaperPage
{
    private CaseView? view;
    private Paper? paper;
    private bool isRead;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public string Key { get; set; } = "";

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        view = await Cases.Find(CaseId, await SignedIn.Actor());
        paper = view is null ? null : Paper.Of(view).FirstOrDefault(one => one.Key == Key && string.Equals(one.Kind.ToString(), Kind, StringComparison.OrdinalIgnoreCase));
        isRead = true;
    }
}
