using Microsoft.Playwright;

namespace Workflows.Specs.Support.Browser;

/// <summary>What goes wrong in a page while nobody looks: errors on the console, exceptions in scripts, refused requests.</summary>
public sealed class PageFaults
{
    private readonly List<string> faults = [];

    public PageFaults(IBrowserContext context)
    {
        context.Console += (_, message) => Add(message.Type == "error", $"console: {message.Text}");
        context.WebError += (_, error) => Add(!IsLateEvent(error.Error), $"script: {error.Error}");
        context.Response += (_, response) => Add(response.Status >= 400, $"{response.Status} {response.Request.Method} {response.Url}");
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (faults)
            {
                return [.. faults];
            }
        }
    }

    // Blazor tells so of an event whose element the server has just taken away, e.g. a dialog that a change of the case closed: nothing is lost by it.
    private static bool IsLateEvent(string error) => error.Contains("exception invoking 'DispatchEventAsync'", StringComparison.Ordinal);

    private void Add(bool isFault, string fault)
    {
        if (isFault)
        {
            lock (faults)
            {
                faults.Add(fault);
            }
        }
    }
}
