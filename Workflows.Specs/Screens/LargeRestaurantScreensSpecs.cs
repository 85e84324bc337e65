using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>A restaurant of 620 ㎡ with a sign and tobacco, through the real pages: one window, four departments at once, a correction, one desk for the results.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed partial class LargeRestaurantScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task Four_departments_work_side_by_side_and_the_window_hands_out_the_results() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        var (id, number) = await clerk.ReceiveExample("large-restaurant");
        await As("shijian", officer => officer.Work(number, "有效"));

        await Task.WhenAll(
            Handle(number, "shijian", hasVisit: true),
            Handle(number, "chengguan", hasVisit: false),
            Handle(number, "yancao", hasVisit: true),
            HandleWithCorrection(clerk, id, number));

        await clerk.Work(number, "已送达");
        await clerk.Open($"/cases/{id}");
        (await clerk.GetByText("办结（通过）").CountAsync()).ShouldBeGreaterThanOrEqualTo(5);
        await clerk.Keep("case-completed");
        await clerk.GetByRole(AriaRole.Button, new() { NameRegex = WholeTimeline() }).ClickAsync();
        await Expect(clerk.Locator(".timeline")).ToContainTextAsync("恢复计时");
    });

    private async Task Handle(string number, string department, bool hasVisit)
    {
        await As(department, async officer =>
        {
            await officer.Work(number, "受理");
            await officer.Work(number, "符合");
            if (hasVisit)
            {
                await officer.Work(number, "符合");
            }
        });
        await Issue(number, department);
    }

    private async Task HandleWithCorrection(IPage clerk, string id, string number)
    {
        await As("xiaofang", async officer =>
        {
            await officer.Work(number, "受理");
            await officer.Open("/inbox");
            await officer.Keep("inbox");
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act .button").ClickAsync();
            await officer.Locator(".sheet").WaitForAsync();
            await officer.Keep("work-item");
            await officer.GetByRole(AriaRole.Button, new() { Name = "一次性告知补正" }).ClickAsync();
            await officer.GetByLabel("标明安全出口、疏散通道和消防设施的位置").CheckAsync();
            await officer.FillAsync("#reason", "东侧安全出口未标明。");
            await officer.Locator(".desk-actions .button-primary").ClickAsync();
            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("时钟停止，等待申请人补正");

            await officer.Keep("work-item-correction");

            await clerk.Open($"/cases/{id}");
            await clerk.Keep("case-correction");
            await clerk.Locator(".correction-answer .upload").Upload("平面图（补正）.pdf");
            await clerk.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();
            await Expect(clerk.Locator(".correction-card")).ToHaveCountAsync(0);

            await officer.Work(number, "符合");
            await officer.Work(number, "符合");
        });
        await Issue(number, "xiaofang");
    }

    private async Task Issue(string number, string department)
    {
        await As($"{department}-zhang", head => head.Work(number, "准予许可"));
        await As(department, officer => officer.Work(number, "已制证"));
    }

    private Task As(string userName, Func<IPage, Task> work) => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(userName);
        await work(page);
    });

    [GeneratedRegex("^显示全部\\d+条$")]
    private static partial Regex WholeTimeline();
}
