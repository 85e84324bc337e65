using Microsoft.Playwright;
using Shouldly;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>Names that are long, have emoji or are written from right to left break no page.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class UnusualNamesSpecs(DesignerInBrowser designer)
{
    [Theory]
    [InlineData("long", 200)]
    [InlineData("emoji and right-to-left", 0)]
    public Task Are_shown_whole_and_within_the_page(string kind, int length) => designer.Visit("/sign-in", async page =>
    {
        var name = length > 0 ? new string('甲', length) : "مطعم 🍜👨‍👩‍👧 <b>常味来</b>";
        TestContext.Current.AddAttachment("name", $"{kind}: {name}");
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive(name);
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open($"/inbox?q={number}");
        await Expect(page.Locator(".inbox-applicant")).ToHaveTextAsync(name);
        await IsWithin(page);
        await page.Locator(".table-act button").ClickAsync();
        await page.Locator(".sheet").WaitForAsync();
        await IsWithin(page);
        await page.Open($"/cases/{id}");
        await page.Locator(".case-columns").WaitForAsync();
        await IsWithin(page);
        await page.Open($"/cases/{id}/receipt");
        await page.Locator(".paper").WaitForAsync();
        await IsWithin(page);
    });

    private static async Task IsWithin(IPage page) =>
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
}
