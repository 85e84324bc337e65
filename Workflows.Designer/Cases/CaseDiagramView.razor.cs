using Microsoft.AspNetCore.Components;
using Workflows.Designer.Catalogue;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

public sealed partial class CaseDiagramView
{
    private readonly List<(int Instance, string Name)> path = [];
    private CaseDiagram? diagram;
    private string? xml;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = default!;

    /// <summary>All events of the case, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CaseEvent> History { get; set; } = [];

    [Inject]
    private ProcessFiles Files { get; set; } = default!;

    protected override Task OnParametersSetAsync() => Draw();

    private async Task Draw()
    {
        var drawn = CaseDiagram.Of(History, View.Case, View.Definitions, path.Count == 0 ? null : path[^1].Instance);
        xml = await Files.Find(View, drawn.ProcessId);
        diagram = drawn;
    }

    private Task Enter(string elementId)
    {
        if (!diagram!.Called.TryGetValue(elementId, out var instance))
        {
            return Task.CompletedTask;
        }

        path.Add((instance, View.Definitions.Processes[diagram.ProcessId].Place(elementId).Node.Label));
        return Draw();
    }

    private Task Leave(int depth)
    {
        path.RemoveRange(depth, path.Count - depth);
        return Draw();
    }
}
