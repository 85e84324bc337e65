using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>What is written on a work item is not lost, and nobody decides on what he has not seen.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class WorkItemScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task An_opinion_that_is_being_written_is_there_again_after_a_reload() => Claimed(async (officer, _) =>
    {
        await officer.FillAsync("#opinion", "执照在有效期内，写到一半");
        await Expect(officer.Locator(".opinion-kept")).ToContainTextAsync("草稿已保存");

        await officer.ReloadAsync();
        await officer.UntilInteractive();

        await Expect(officer.Locator("#opinion")).ToHaveValueAsync("执照在有效期内，写到一半");
    });

    [Fact]
    public Task Leaving_a_notice_that_is_being_written_asks_first() => Claimed(async (officer, number) =>
    {
        await officer.Decide("有效", "核验有效。");
        await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("本环节已办");
        await officer.Open($"/inbox?q={number}");
        await officer.Locator(".table-act button").ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "一次性告知补正" }).ClickAsync();
        await officer.GetByLabel("图像清晰，证件在有效期内").CheckAsync();
        var asked = new TaskCompletionSource<string>();
        officer.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Message);
        };

        await officer.Locator(".crumbs a").ClickAsync();

        Assert.Equal("有尚未保存的内容，确定离开吗？", await asked.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken));
        await Expect(officer.GetByRole(AriaRole.Checkbox, new() { Name = "图像清晰，证件在有效期内" })).ToBeCheckedAsync();
    });

    [Fact]
    public Task Two_screens_of_one_officer_do_not_overwrite_each_others_opinion() => Claimed(async (first, _) =>
    {
        var second = await first.Context.NewPageAsync();
        await second.Open(new Uri(first.Url).PathAndQuery);
        await first.FillAsync("#opinion", "第一个窗口写的意见");
        await Expect(first.Locator(".opinion-kept")).ToContainTextAsync("草稿已保存");

        await second.FillAsync("#opinion", "第二个窗口写的意见");
        await second.Locator("h1").ClickAsync();

        await Expect(second.Locator(".field .notice-warning")).ToContainTextAsync("第一个窗口写的意见");
        await Expect(second.Locator("#opinion")).ToHaveValueAsync("第二个窗口写的意见");
        await second.GetByRole(AriaRole.Button, new() { Name = "改用另一窗口的内容" }).ClickAsync();
        await Expect(second.Locator("#opinion")).ToHaveValueAsync("第一个窗口写的意见");
    });

    [Fact]
    public Task Two_officers_in_one_item_see_each_other() => Claimed((officer, _) => designer.Visit("/sign-in", async head =>
    {
        await head.SignIn(WindowDriver.MarketHead);
        await head.Open(new Uri(officer.Url).PathAndQuery);

        await Expect(officer.Locator(".colleagues")).ToContainTextAsync("也打开了本件");
        await Expect(head.Locator(".colleagues")).ToContainTextAsync("也打开了本件");
        await officer.Keep("work-item-two-officers");
        await head.Open("/inbox");
        await Expect(officer.Locator(".colleagues")).ToHaveTextAsync("");
    }));

    [Fact]
    public Task An_item_is_claimed_and_decided_with_the_keyboard() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, number) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open($"/inbox?q={number}");
        await page.Locator(".inbox-table a.number").ClickAsync();
        await page.Locator(".sheet").WaitForAsync();

        await page.Keyboard.PressAsync("c");
        await page.FillAsync("#opinion", "执照有效。");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".desk-confirm .button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");
    });

    [Fact]
    public Task What_is_marked_beside_a_material_stands_in_the_notice() => Claimed(async (officer, number) =>
    {
        await officer.Decide("有效", "核验有效。");
        await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("本环节已办");
        await officer.Open($"/inbox?q={number}");
        await officer.Locator(".table-act button").ClickAsync();
        await officer.Locator(".review-points li", new() { HasText = "图像清晰，证件在有效期内" }).GetByText("不符合", new() { Exact = true }).ClickAsync();
        await officer.Keep("work-item-checklist");

        await officer.GetByRole(AriaRole.Button, new() { Name = "一次性告知补正 (1)" }).ClickAsync();

        await Expect(officer.GetByRole(AriaRole.Checkbox, new() { Name = "图像清晰，证件在有效期内" })).ToBeCheckedAsync();
        await Expect(officer.Locator(".desk-actions .button-primary")).ToContainTextAsync("1");
    });

    /// <summary>Looks at the first step of a new case as the officer who has claimed it.</summary>
    private Task Claimed(Func<IPage, string, Task> look) => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        var (_, number) = await clerk.Receive();
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act button").ClickAsync();
            await officer.Locator("#opinion").WaitForAsync();
            await look(officer, number);
        });
    });
}
