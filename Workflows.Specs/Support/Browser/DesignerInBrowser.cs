using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Workflows.Specs.Support.Browser;

/// <summary>The web application and a Chromium that looks at it: one of each for all browser specs.</summary>
public sealed class DesignerInBrowser : IAsyncLifetime
{
    private const int LongestWait = 15_000;

    private DesignerServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public DesignerServer Server => server ?? throw new InvalidOperationException("Expected a running server, but there is no Chromium to look at it.");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is { } chromium)
        {
            server = new DesignerServer();
            playwright = await Playwright.CreateAsync();

            // As long as an action may take: a busy machine is no fault of a page.
            Assertions.SetDefaultExpectTimeout(LongestWait);
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
        }
    }

    /// <summary>Opens a page in a fresh profile, looks at it, and requires that nothing went wrong meanwhile.</summary>
    /// <param name="path">From the root of the application, e.g. <c>/inbox</c>.</param>
    public Task Visit(string path, Func<IPage, Task> look) => Visit(null, path, look);

    /// <summary>As the other, at a server of its own.</summary>
    public async Task Visit(DesignerServer? own, string path, Func<IPage, Task> look)
    {
        var faults = await VisitTolerantly(path, look, own);
        faults.ShouldBeEmpty();
    }

    /// <summary>As <see cref="Visit"/>, and gives back what went wrong, for pages that are about it.</summary>
    public async Task<IReadOnlyList<string>> VisitTolerantly(string path, Func<IPage, Task> look, DesignerServer? own = null)
    {
        Assert.SkipWhen(browser is null, Chromium.Missing);
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = (own ?? Server).Address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = 1440, Height = 900 },
        });
        var faults = new PageFaults(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(LongestWait);
        try
        {
            await page.GotoAsync(path);
            await look(page);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or ShouldAssertException)
        {
            // What the page looked like says more than the selector that was not found.
            TestContext.Current.AddAttachment($"page-{Guid.NewGuid():N}.png", await page.ScreenshotAsync(), "image/png");
            throw;
        }

        return faults.All;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}

/// <summary>Browser specs share the server and take turns: <c>[Collection(typeof(BrowserSpecs))]</c>.</summary>
[CollectionDefinition]
public sealed class BrowserSpecs : ICollectionFixture<DesignerInBrowser>;
