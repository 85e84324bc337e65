using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Workflows.Designer.Shell;

public sealed partial class App
{
    private static readonly InteractiveServerRenderMode WithCircuit = new(prerender: false);

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    /// <summary>Pages have a circuit unless they say <c>[ExcludeFromInteractiveRouting]</c>: signing in, public pages.</summary>
    /// <remarks>Not rendered before the circuit: what is typed or pressed in a page that does not answer yet would be lost.</remarks>
    private IComponentRenderMode? PageRenderMode => HttpContext.AcceptsInteractiveRouting() ? WithCircuit : null;
}
