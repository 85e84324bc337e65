using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Inbox;

namespace Workflows.Designer.Inbox;

public sealed partial class InboxViewBar
{
    private IReadOnlyList<InboxView> views = [];
    private InboxViewAnswer answer = InboxViewAnswer.Saved;
    private string name = "";
    private bool isNaming;

    /// <summary>What is shown now, and would be saved.</summary>
    [Parameter, EditorRequired]
    public InboxQuery Query { get; set; } = default!;

    [Inject]
    private InboxViews Views { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => views = await Views.Of(await SignedIn.Actor());

    private async Task Save()
    {
        answer = await Views.Save(new InboxView(name, InboxAddress.Filter(Query)), await SignedIn.Actor());
        if (answer is InboxViewAnswer.Saved)
        {
            (name, isNaming) = ("", false);
            await Load();
        }
    }

    private async Task Forget(InboxView view)
    {
        await Views.Forget(view.Name, await SignedIn.Actor());
        await Load();
    }
}
