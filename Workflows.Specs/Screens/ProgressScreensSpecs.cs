using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The applicant without an account: reads, corrects, and judges.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class ProgressScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task An_applicant_corrects_online_what_the_notice_asks_for() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Work(number, "有效");
        await page.AskForCorrection(number);

        await designer.Visit($"/progress?number={number}", async applicant =>
        {
            await applicant.AskProgress();
            await Expect(applicant.Locator(".notice-warning")).ToContainTextAsync("图像清晰，证件在有效期内");
            await applicant.Keep("progress-correction");
            var file = applicant.Locator(".correction-answer input[type=file]").First;
            await file.SetInputFilesAsync(new FilePayload { Name = "身份证明.pdf", MimeType = "application/pdf", Buffer = "<html><script>alert(1)</script>"u8.ToArray() });
            await applicant.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();
            await Expect(applicant.Locator(".progress-ask [role=alert]")).ToContainTextAsync("身份证明.pdf");

            await applicant.Locator(".correction-answer input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "身份证明.pdf", MimeType = "application/pdf", Buffer = WindowDriver.Pdf });
            await applicant.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();

            await Expect(applicant.Locator(".notice-success")).ToContainTextAsync("材料已提交");
            await Expect(applicant.Locator(".correction-answer")).ToHaveCountAsync(0);
        });

        await page.Open($"/cases/{id}");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("恢复计时");
        await Expect(page.Locator(".badge-green").GetByText("留痕完整")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_bad_rating_comes_to_the_department_and_its_answer_to_the_applicant() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Work(number, "有效");

        await designer.Visit($"/progress?number={number}", async applicant =>
        {
            await applicant.AskProgress();
            await applicant.Locator(".rating-form [value=Dissatisfied]").First.CheckAsync();
            await applicant.Locator(".rating-form textarea").First.FillAsync("说不清哪里不符合");
            await applicant.Keep("progress-rating");
            await applicant.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
            await Expect(applicant.Locator(".notice-success")).ToContainTextAsync("感谢您的评价");
            await Expect(applicant.Locator(".progress-report")).ToContainTextAsync("您的评价：不满意");
        });

        await page.Open($"/cases/{id}");
        await page.GetByLabel("整改情况").FillAsync("已当面说明不符合之处。");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交整改情况" }).ClickAsync();
        await Expect(page.Locator(".rating")).ToContainTextAsync("已当面说明不符合之处。");
        await page.Keep("case-rating");
    });
}
