using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Projects;

namespace Workflows.Designer.Projects;

public sealed partial class ProjectPage
{
    private ProjectView? view;
    private bool isRead;

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private ProjectReader Projects { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        view = await Projects.Find(Code, await SignedIn.Actor());
        isRead = true;
    }
}
