using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;

namespace Workflows.Designer.Shell;

/// <summary>A page that looks again when something has changed, on this node or another.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private IDisposable? watching;
    private int pending;

    [Inject]
    private CaseChanges Changes { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    /// <summary>Who looks; set before <see cref="Load"/> is called.</summary>
    protected Actor Actor { get; private set; } = default!;

    public void Dispose()
    {
        watching?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task Load();

    protected override async Task OnInitializedAsync()
    {
        Actor = await SignedIn.Actor();
        if (RendererInfo.IsInteractive)
        {
            watching = Changes.Subscribe(_ => LookAgain());
        }
    }

    protected override Task OnParametersSetAsync() => Load();

    /// <summary>Many changes that come at once are looked at once.</summary>
    private void LookAgain()
    {
        if (Interlocked.Exchange(ref pending, 1) == 0)
        {
            _ = InvokeAsync(async () =>
            {
                Interlocked.Exchange(ref pending, 0);
                await Load();
                StateHasChanged();
            });
        }
    }
}
