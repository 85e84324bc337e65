using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The service guide, for whoever wants to know before applying.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class GuideScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task Anybody_reads_what_a_service_needs_and_what_it_saves() => designer.Visit("/", async page =>
    {
        await page.ClickAsync("a[href='/guide']");

        var service = page.Locator("#deregister-enterprise");
        await Expect(service.Locator("h2")).ToHaveTextAsync("企业注销登记");
        await Expect(service.Locator(".guide-savings")).ToContainTextAsync("13 → 5");
        await Expect(service.Locator("tr", new() { HasText = "清税证明" }).Last).ToContainTextAsync("本服务的“税务注销”签发，不必提交");
        await Expect(page.Locator("#school-admission")).ToContainTextAsync("2026-06-01 – 2026-06-20");
        await page.Keep("guide");
    });
}
