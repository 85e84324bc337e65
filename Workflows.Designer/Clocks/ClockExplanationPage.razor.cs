using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Clocks;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Clocks;

/// <summary>A clock explained on a page of its own, to be printed and put into the file.</summary>
public sealed partial class ClockExplanationPage
{
    private CaseView? view;
    private Clock? clock;
    private bool isRead;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public int ClockId { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        view = await Cases.Find(CaseId, await SignedIn.Actor());
        clock = view?.Case.Clocks.GetValueOrDefault(ClockId);
        isRead = true;
    }
}
