using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>An officer sees what sending back will touch before it is done, and the step comes back to the inbox.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class SendBackScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task A_review_goes_back_to_acceptance_with_the_keyboard_after_its_effects_are_shown() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        var (id, number) = await clerk.Receive();
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Work(number, "有效");
            await officer.Work(number, "受理");
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act .button").First.ClickAsync();
            await Expect(officer.Locator("h1")).ToContainTextAsync("审查");
            await officer.Locator("#opinion").WaitForAsync();

            await officer.Locator("h1").ClickAsync();
            await officer.Keyboard.PressAsync("r");

            await Expect(officer.Locator("#send-back-to")).ToBeFocusedAsync();
            await Expect(officer.Locator("#send-back-to")).ToContainTextAsync("受理 (李娜)");
            await Expect(officer.Locator(".send-back-effects")).ToContainTextAsync("重新办理的环节：受理、审查");
            await Expect(officer.Locator(".send-back-effects")).ToContainTextAsync("继续的计时：承诺时限");
            await officer.GetByRole(AriaRole.Button, new() { Name = "确认退回" }).ClickAsync();
            await Expect(officer.Locator(".field-error")).ToHaveTextAsync("请填写退回理由。");
            await officer.FillAsync("#send-back-reason", "受理时未核对经营场所证明。");
            await officer.Keep("work-item-send-back");
            await officer.GetByRole(AriaRole.Button, new() { Name = "确认退回" }).ClickAsync();

            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("返回待办箱");
            await officer.Open($"/inbox?q={number}");
            await Expect(officer.Locator(".inbox-table tbody tr")).ToContainTextAsync("受理");
            await officer.Open($"/cases/{id}");
            await Expect(officer.Locator(".timeline")).ToContainTextAsync("“审查”退回到“受理”");
            await Expect(officer.Locator(".timeline")).ToContainTextAsync("受理时未核对经营场所证明。");
        });
    });
}
