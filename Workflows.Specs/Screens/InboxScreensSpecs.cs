using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The inbox of an officer: several at once, views of one's own, and rows that stay where they are.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class InboxScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task Several_items_of_one_step_are_claimed_and_completed_at_once_each_with_its_own_opinion() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, first) = await page.Receive();
        var (_, second) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open("/inbox?order=Newest");
        await page.GetByLabel($"选择 {first} 核验").CheckAsync();
        await page.GetByLabel($"选择 {second} 核验").CheckAsync();
        await page.Keep("inbox-batch");
        await page.GetByRole(AriaRole.Button, new() { Name = "批量签收（2）" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "批量办结（2）" }).ClickAsync();

        await page.GetByLabel($"{first} 的意见").FillAsync("执照有效，第一件。");
        await page.GetByLabel($"{second} 的意见").FillAsync("执照有效，第二件。");
        await page.Keep("batch");
        await page.GetByRole(AriaRole.Button, new() { Name = "办结 2 件" }).ClickAsync();
        await Expect(page.Locator("main [role=alert]")).ToContainTextAsync("请选择结论。");
        await page.Locator("#batch-outcome").SelectOptionAsync(new SelectOptionValue { Label = "有效" });
        await page.GetByRole(AriaRole.Button, new() { Name = "办结 2 件" }).ClickAsync();

        await Expect(page.Locator(".badge-green[role=status]")).ToHaveCountAsync(2);
        await page.Open($"/inbox?scope=Done&q={second}");
        await page.Locator("a.number").ClickAsync();
        await Expect(page.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");
    });

    [Fact]
    public Task What_comes_is_counted_and_moves_no_row_until_the_reader_asks() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        var (_, known) = await clerk.Receive();
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open("/inbox?order=Newest");
            var links = officer.Locator(".inbox-table a.number");
            await Expect(links.First).ToHaveTextAsync(known);

            var (_, fresh) = await clerk.Receive();

            await Expect(officer.Locator(".inbox-news")).ToContainTextAsync("有 1 件新待办");
            await Expect(links.First).ToHaveTextAsync(known);
            await officer.Locator(".inbox-news .button").ClickAsync();
            await Expect(links.First).ToHaveTextAsync(fresh);
            await officer.SelectOptionAsync("#inbox-service", new SelectOptionValue { Label = "企业注销登记" });
            await Expect(officer.Locator(".empty-notice")).ToBeVisibleAsync();
            await officer.SelectOptionAsync("#inbox-service", new SelectOptionValue { Label = "开办餐饮店" });
            await officer.SelectOptionAsync("#inbox-matter", new SelectOptionValue { Label = "营业执照信息核验" });
            await Expect(officer).ToHaveURLAsync(new Regex("service=open-restaurant&matter=business-licence-check&order=Newest"));
            await Expect(links.First).ToHaveTextAsync(fresh);
        });
    });

    [Fact]
    public Task What_a_colleague_has_done_stays_in_its_place_and_says_so() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, number) = await page.Receive();
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}&order=Newest");
            await Expect(officer.Locator(".inbox-unread")).ToHaveCountAsync(1);
            var other = await officer.Context.NewPageAsync();
            await other.Work(number, "有效");

            await Expect(officer.Locator(".inbox-table tbody tr").First).ToContainTextAsync("已离开待办箱");
        });
    });

    [Fact]
    public Task A_view_is_saved_under_a_name_and_is_an_address() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        await page.Open("/inbox?scope=Mine&order=Newest");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存当前视图" }).ClickAsync();
        await page.GetByLabel("视图名称").FillAsync("我的最新");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.Open("/inbox");

        await page.GetByRole(AriaRole.Link, new() { Name = "我的最新" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"/inbox\?scope=Mine&order=Newest$"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "我的待办", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除视图“我的最新”" }).ClickAsync();
        await Expect(page.Locator(".inbox-view")).ToHaveCountAsync(0);
    });
}
