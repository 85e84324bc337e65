using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The operations beside deciding: one menu, one form, what will happen before it is confirmed, refusals in place.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class OperationScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task An_item_is_passed_on_and_handed_over_and_a_case_ended_with_their_effects_shown_before() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        var (id, number) = await clerk.Receive();
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act .button").First.ClickAsync();
            await officer.Locator("#opinion").WaitForAsync();

            await officer.GetByRole(AriaRole.Button, new() { Name = "更多操作" }).PressAsync("Enter");
            await Expect(officer.Locator(".operation-list")).ToContainTextAsync("委托");
            await Expect(officer.Locator(".operation-list")).Not.ToContainTextAsync("终止");
            await officer.Keep("work-item-operations");
            await officer.Locator(".operation-entry", new() { HasText = "转办" }).PressAsync("Enter");

            await Expect(officer.Locator(".operations .send-back-effects")).ToContainTextAsync("周强");
            await officer.GetByRole(AriaRole.Button, new() { Name = "确认转办" }).ClickAsync();
            await Expect(officer.Locator(".operations .field-error")).ToHaveTextAsync("请填写“理由”。");
            await officer.FillAsync("#operation-reason", "外出核查，请代为办理。");
            await officer.Keep("work-item-assign");
            await officer.GetByRole(AriaRole.Button, new() { Name = "确认转办" }).ClickAsync();

            await Expect(officer.Locator(".operation-done")).ToHaveTextAsync("已完成：转办");
            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("周强");
        });

        await designer.Visit("/sign-in", async head =>
        {
            await head.SignIn(WindowDriver.MarketHead);
            await head.Open("/hand-over");
            await head.SelectOptionAsync("#hand-over-from", WindowDriver.MarketHead);
            await Expect(head.Locator(".table")).ToContainTextAsync(number);
            await head.SelectOptionAsync("#hand-over-to", WindowDriver.MarketOfficer);
            await head.FillAsync("#hand-over-reason", "调离本部门。");
            await head.Keep("hand-over");
            await head.GetByRole(AriaRole.Button, new() { Name = "全部移交" }).ClickAsync();
            await Expect(head.Locator(".notice-success")).ToContainTextAsync("已移交");
        });

        await clerk.Open($"/cases/{id}");
        await Expect(clerk.Locator(".timeline")).ToContainTextAsync("外出核查，请代为办理。");
        await Expect(clerk.Locator(".timeline")).ToContainTextAsync("调离本部门。");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "更多操作" }).ClickAsync();
        await clerk.Locator(".operation-entry", new() { HasText = "撤件" }).ClickAsync();
        await Expect(clerk.Locator(".operations .send-back-effects")).ToContainTextAsync("办件将结束：已撤件");
        await clerk.FillAsync("#operation-reason", "申请人不再开店。");
        await clerk.Keep("case-withdraw");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "确认撤件" }).ClickAsync();

        await Expect(clerk.Locator(".operation-done")).ToHaveTextAsync("已完成：撤件");
        await Expect(clerk.Locator(".timeline")).ToContainTextAsync("申请人不再开店。");
    });
}
