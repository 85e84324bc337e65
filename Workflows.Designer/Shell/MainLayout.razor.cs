using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Workflows.Designer.Catalogue;

namespace Workflows.Designer.Shell;

public sealed partial class MainLayout
{
    private ErrorBoundary? boundary;

    [Inject]
    private Names Names { get; set; } = default!;

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    // A page that failed must not keep the next one from showing.
    protected override void OnParametersSet() => boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Names.Refresh();
            await using var page = await JS.InvokeAsync<IJSObjectReference>("import", Assets["./dist/page.js"]);
            await page.InvokeVoidAsync("interactive");
        }
    }
}
