using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Workflows.Engine.Drafts;

namespace Workflows.Designer.Modelling.Drawing;

public sealed partial class DrawingBoard
{
    private ElementReference host;
    private IJSObjectReference? module;
    private IJSObjectReference? board;
    private DotNetObjectReference<DrawingBoard>? self;
    private IReadOnlyList<string> warnings = [];

    /// <summary>Tells drawings in the browser's store apart.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the board shows, for whoever cannot see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The board is ready to open a drawing.</summary>
    [Parameter]
    public EventCallback OnReady { get; set; }

    /// <summary>The element that is looked at; null for none or several.</summary>
    [Parameter]
    public EventCallback<ElementProperties?> OnChosen { get; set; }

    /// <summary>The drawing has changed, and rests for the moment.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>A run that is played has come to a step: its number from 0, and how many there are.</summary>
    [Parameter]
    public EventCallback<(int Step, int Count)> OnStepped { get; set; }

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    [JSInvokable]
    public Task ElementChosen(ElementProperties? properties) => InvokeAsync(() => OnChosen.InvokeAsync(properties));

    [JSInvokable]
    public Task DrawingChanged() => InvokeAsync(OnChanged.InvokeAsync);

    [JSInvokable]
    public Task RunStepped(int step, int count) => InvokeAsync(() => OnStepped.InvokeAsync((step, count)));

    /// <param name="version">The version of the draft that the drawing is of.</param>
    public async Task Open(string xml, int version)
    {
        warnings = await Board.InvokeAsync<string[]>("open", xml, version);
        StateHasChanged();
    }

    /// <summary>Replaces the drawing; the change is to be saved like any other.</summary>
    public async Task Restore(string xml) => await Board.InvokeVoidAsync("restore", xml);

    /// <summary>The drawing, and how many changes it has seen.</summary>
    public async Task<(string Xml, int Changes)> Read()
    {
        var changes = await Board.InvokeAsync<int>("changeCount");
        return (await ReadText("xml"), changes);
    }

    /// <summary>When the browser kept a drawing that the server has not; null where it kept none.</summary>
    public async Task<DateTimeOffset?> KeptAt() => await Board.InvokeAsync<DateTimeOffset?>("kept");

    public Task<string> Kept() => ReadText("keptXml");

    public Task<IReadOnlyList<DrawnElement>> Elements() => Ask<IReadOnlyList<DrawnElement>>("elements");

    /// <summary>Does one of the small things that the board can do, e.g. <c>undo</c>, <c>select</c>, <c>play</c>; their names are those of <c>modeler.js</c>.</summary>
    public async Task Do(string what, params object?[] arguments)
    {
        if (board is not null)
        {
            await board.InvokeVoidAsync(what, arguments);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (board is not null)
            {
                await board.InvokeVoidAsync("destroy");
                await board.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the board with it.
        }

        self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        module = await JS.InvokeAsync<IJSObjectReference>("import", Assets["./dist/modeler.js"]);
        self = DotNetObjectReference.Create(this);
        var options = new { language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, name = Name, readOnly = ReadOnly };
        board = await module.InvokeAsync<IJSObjectReference>("create", host, self, options);
        await OnReady.InvokeAsync();
    }

    private IJSObjectReference Board => board ?? throw new InvalidOperationException("Expected the board to be ready, but its script has not answered yet.");

    private async Task<T> Ask<T>(string what) => await Board.InvokeAsync<T>(what);

    // Results of scripts are bounded; a stream may be as large as a file of a draft.
    private async Task<string> ReadText(string what)
    {
        await using var reference = await Board.InvokeAsync<IJSStreamReference>(what);
        using var reader = new StreamReader(await reference.OpenReadStreamAsync(maxAllowedSize: DraftBook.LargestFile), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
