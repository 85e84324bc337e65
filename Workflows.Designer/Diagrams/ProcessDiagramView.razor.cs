using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Workflows.Designer.Diagrams;

public sealed partial class ProcessDiagramView
{
    private readonly string listId = $"diagram-{Guid.NewGuid():N}";
    private ElementReference host;
    private IJSObjectReference? module;
    private IJSObjectReference? viewer;
    private DotNetObjectReference<ProcessDiagramView>? self;
    private IReadOnlyList<DiagramElement> elements = [];
    private IReadOnlyList<string> warnings = [];
    private string? read;
    private string? shown;

    /// <summary>The BPMN 2.0 file, with its diagram.</summary>
    [Parameter, EditorRequired]
    public string Xml { get; set; } = "";

    /// <summary>What the diagram shows, for whoever cannot see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The states to mark, by element id; ids that the diagram does not have are passed over.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, DiagramState> States { get; set; } = new Dictionary<string, DiagramState>();

    /// <summary>How many tokens stand on an element, by its id.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, int> Tokens { get; set; } = new Dictionary<string, int>();

    /// <summary>Tells the id of the element that was clicked or chosen in the list.</summary>
    [Parameter]
    public EventCallback<string> OnElementSelected { get; set; }

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    private IEnumerable<DiagramState> Legend => States.Values.Distinct().Order();

    [JSInvokable]
    public Task ElementSelected(string id) => InvokeAsync(() => Select(id));

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (viewer is not null)
            {
                await viewer.InvokeVoidAsync("destroy");
                await viewer.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the viewer with it.
        }

        self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (read != Xml)
        {
            elements = DiagramElement.Read(Xml);
            read = Xml;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            module = await JS.InvokeAsync<IJSObjectReference>("import", Assets["./dist/viewer.js"]);
            self = DotNetObjectReference.Create(this);
            viewer = await module.InvokeAsync<IJSObjectReference>("create", host, self);
        }

        if (viewer is null)
        {
            return;
        }

        if (shown != Xml)
        {
            shown = Xml;
            warnings = await viewer.InvokeAsync<string[]>("show", Xml);
            StateHasChanged();
        }

        await viewer.InvokeVoidAsync("mark", States.ToDictionary(pair => pair.Key, pair => Word(pair.Value)), Tokens);
    }

    private static string Word(DiagramState state) => state switch
    {
        DiagramState.Done => "done",
        DiagramState.Active => "active",
        DiagramState.Skipped => "skipped",
        DiagramState.Returned => "returned",
        _ => "failed",
    };

    private async Task Select(string id)
    {
        if (viewer is not null)
        {
            await viewer.InvokeVoidAsync("select", id);
        }

        await OnElementSelected.InvokeAsync(id);
    }

    private async Task Zoom(int step) => await (viewer?.InvokeVoidAsync("zoom", step) ?? ValueTask.CompletedTask);

    private async Task Fit() => await (viewer?.InvokeVoidAsync("fit") ?? ValueTask.CompletedTask);
}
