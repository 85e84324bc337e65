using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The papers that an applicant is handed: one template, a number, a QR code, and a PDF by the browser's own print.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class PaperScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task A_correction_has_its_notice_and_an_accepted_matter_its_notice_of_acceptance() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Work(number, "有效");
        await page.AskForCorrection(number);
        await page.Open($"/cases/{id}");
        await page.Locator(".paper-links a").GetByText("补正通知书").WaitForAsync();
        var correction = await page.Locator(".paper-links a").GetByText("补正通知书").GetAttributeAsync("href");

        await page.Open(correction!);
        await Expect(page.Locator(".paper h1")).ToHaveTextAsync("补正通知书");
        await Expect(page.Locator(".paper-number")).ToContainTextAsync($"{number}-B1");
        await Expect(page.Locator(".paper")).ToContainTextAsync("图像清晰，证件在有效期内");
        await Expect(page.Locator(".paper svg")).Not.ToHaveCountAsync(0);
        await page.Keep("paper-correction");

        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
    });

    [Fact]
    public Task A_paper_that_does_not_exist_and_one_of_another_department_are_not_shown() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, _) = await page.Receive();

        await page.Open($"/cases/{id}/papers/delivery/none");
        await Expect(page.Locator("main")).ToContainTextAsync("没有这份文书");
        await page.SignIn("xiaofang");
        await page.Open($"/cases/{id}/papers/acceptance/none");
        await Expect(page.Locator(".paper")).ToHaveCountAsync(0);
    });
}
