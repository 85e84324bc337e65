using Microsoft.Playwright;

namespace Workflows.Specs.Support.Browser;

public static class PageExtensions
{
    /// <summary>Waits for the circuit: what was rendered before it looks alike, but its buttons do nothing yet.</summary>
    public static Task UntilInteractive(this IPage page) => page.WaitForFunctionAsync("() => document.body.dataset.interactive === '1'");

    /// <summary>Keeps the page as a picture for the documents where WORKFLOWS_SCREENS is set; else it does nothing.</summary>
    /// <param name="name">Of the file in <c>docs/screens</c>, without extension.</param>
    public static async Task Keep(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_SCREENS") is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "screens", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
