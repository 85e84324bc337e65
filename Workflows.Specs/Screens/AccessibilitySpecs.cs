using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Specs.Support.Browser;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>The screens meet WCAG 2.1 A and AA as far as a program can tell.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class AccessibilitySpecs(DesignerInBrowser designer)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/progress")]
    [InlineData("/guide")]
    public Task Public_pages(string path) => designer.Visit(path, Check);

    [Theory]
    [InlineData("/intake")]
    [InlineData("/intake/open-restaurant")]
    [InlineData("/inbox")]
    [InlineData("/cases")]
    [InlineData("/projects")]
    [InlineData("/projects/plan")]
    public Task Pages_of_staff(string path) => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        await page.Open(path);
        await Check(page);
    });

    [Fact]
    public Task Case_receipt_and_work_item() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await Check(page);
        await page.Open($"/cases/{id}");
        await page.Locator(".djs-element.case-active").First.WaitForAsync();
        await Check(page);

        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act button").ClickAsync();
            await officer.Locator("#opinion").WaitForAsync();
            await Check(officer);
        });
    });

    /// <summary>Requires that the page as it stands breaks none of the rules.</summary>
    internal static async Task Check(IPage page)
    {
        // The browser's own viewer of PDF files is not ours to mend.
        var result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(".preview iframe")] }, Rules);

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}
