using System.Reflection;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Designer;
using Workflows.Engine.Cases;
using Workflows.Engine.Drafts;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The screens meet WCAG 2.1 A and AA as far as a program can tell: all pages are walked from link to link, as different people.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed partial class AccessibilitySpecs(DesignerInBrowser designer)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    /// <summary>The route templates of all pages, those without parameters first.</summary>
    private static readonly IReadOnlyList<string> Templates =
    [
        .. typeof(DesignerProgram).Assembly.GetTypes().SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
            .OrderBy(template => template.Count(one => one == '{')).ThenBy(template => template, StringComparer.Ordinal),
    ];

    private readonly Dictionary<string, string> seen = [];
    private readonly List<string> faults = [];

    [Fact]
    public async Task No_page_breaks_a_rule()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var time = new FakeTime(Days.At("2026-03-02", 10));
        await using var server = new DesignerServer(time);
        await server.Services.BeginProject();
        await server.Services.StopCase("stopped-case");
        await server.Services.GetRequiredService<DraftBook>().Open("open-restaurant", new Actor("analyst", "何静", null, [Role.Analyst]), TestContext.Current.CancellationToken);
        var id = "";
        await designer.Visit(server, "/sign-in", async page => id = await Prepare(page));
        await designer.VisitTolerantly("/", page => Walk(page, ["/", "/sign-in", "/progress", "/guide", "/not-allowed", "/not-found", "/error"]), server);
        await Walk(server, WindowDriver.Clerk, $"/cases/{id}", "/intake", "/projects");
        await Walk(server, WindowDriver.MarketOfficer, "/inbox", "/inbox/batch");

        // Steps are overdue by then, and cards are out.
        time.WakeAt(Days.At("2026-03-16", 10));
        time.Advance(TimeSpan.FromMinutes(1));
        await Walk(server, "guanli", "/supervision", "/supervision/alerts", "/modelling", "/incidents", "/hand-over");

        faults.ShouldBeEmpty();
        Templates.Except(seen.Keys).ShouldBeEmpty("No link leads to these pages.");
    }

    /// <summary>Requires that the page as it stands breaks none of the rules.</summary>
    internal static async Task Check(IPage page) => (await Faults(page)).ShouldBeEmpty();

    /// <summary>A case of which something is done and something waits for the applicant.</summary>
    /// <returns>Its id.</returns>
    private static async Task<string> Prepare(IPage page)
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.WaitForURLAsync("**/inbox");
        await page.Work(number, "有效");
        await page.AskForCorrection(number);
        return id;
    }

    /// <summary>Looks at the pages, and at every page of another kind that a link on them leads to.</summary>
    private Task Walk(DesignerServer server, string account, params string[] start) => designer.Visit(server, "/sign-in", async page =>
    {
        await page.SignIn(account);
        await Expect(page.Locator(".side-navigation")).ToBeVisibleAsync();
        await Walk(page, start);
    });

    private async Task Walk(IPage page, IReadOnlyList<string> start)
    {
        // Where one begins is looked at again: other people find other links there.
        foreach (var template in start.Select(TemplateOf).OfType<string>())
        {
            seen.Remove(template);
        }

        var waiting = new Queue<string>(start);
        while (waiting.TryDequeue(out var path))
        {
            if (TemplateOf(path) is { } template && seen.TryAdd(template, path))
            {
                await page.GotoAsync(path);
                await page.Locator("h1").First.WaitForAsync();
                if (await page.Locator(".side-navigation").CountAsync() > 0)
                {
                    await page.UntilInteractive();
                    await page.WaitForFunctionAsync("() => !document.querySelector('main .loading-notice')", options: new() { Timeout = 60_000 });
                }

                faults.AddRange((await Faults(page)).Select(fault => $"{path}: {fault}"));
                Array.ForEach(await LinksOf(page), waiting.Enqueue);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        // The browser's own viewer of PDF files is not ours to mend.
        var result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(".preview iframe")] }, Rules);
        return [.. result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")];
    }

    private static Task<string[]> LinksOf(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href]')].map(link => new URL(link.href, document.baseURI)).filter(url => url.origin === location.origin).map(url => url.pathname + url.search)");

    private static string? TemplateOf(string path) => Templates.FirstOrDefault(template =>
        Regex.IsMatch(path.Split('?')[0], $"^{Parameter().Replace(template, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "[0-9]+" : "[^/]+")}$"));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
