using Microsoft.Playwright;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>A card falls due while a supervisor looks on; the department answers it, and the supervisor closes it.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class SupervisionScreensSpecs(DesignerInBrowser designer)
{
    private const string Supervisor = "jiancha";

    [Fact]
    public async Task A_card_appears_on_an_open_page_when_time_passes_the_limit()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var time = new FakeTime(Days.At("2026-03-02", 10));
        await using var server = new DesignerServer(time);

        await designer.Visit(server, "/sign-in", async clerk =>
        {
            await clerk.SignIn(WindowDriver.Clerk);
            var (_, number) = await clerk.Receive();
            await designer.Visit(server, "/sign-in", async supervisor =>
            {
                await supervisor.SignIn(Supervisor);
                await supervisor.WaitForURLAsync("**/supervision");
                await supervisor.Open("/supervision/alerts");
                await Expect(supervisor.Locator(".empty-notice")).ToContainTextAsync("没有符合条件的预警和督办单");

                // The licence check has one working day, Tuesday; it is over with the first instant of Wednesday.
                time.WakeAt(Days.At("2026-03-04", 0));

                await Expect(supervisor.Locator(".alert-table tr", new() { HasText = "环节超时" })).ToContainTextAsync(number);
                await supervisor.Keep("supervision-alerts");
                await LookAround(supervisor, time);
                await AnswerAndClose(server, supervisor);
            });
        });
    }

    private static async Task LookAround(IPage supervisor, FakeTime time)
    {
        // The next patrol: the first one may have come before the sweep of a jump over two days.
        time.Advance(TimeSpan.FromMinutes(1));

        // Nobody stays signed in for two days.
        await supervisor.SignIn(Supervisor);
        await supervisor.WaitForURLAsync("**/supervision");
        await supervisor.UntilInteractive();
        await Expect(supervisor.Locator("[data-department='market-regulation'] .board-yellow")).ToHaveTextAsync("1");
        await supervisor.Keep("supervision-board");
        await supervisor.Locator("[data-department='market-regulation'] .board-yellow").ClickAsync();
        await Expect(supervisor.Locator("table")).ToContainTextAsync("2 个工作日");
        await supervisor.Open("/supervision/families");
        await Expect(supervisor.Locator("[data-family='Timeliness']")).ToContainTextAsync("环节超时");
        await supervisor.Keep("supervision-families");
        await supervisor.Open("/supervision/scores");
        await supervisor.Locator("[data-department='market-regulation'] summary").ClickAsync();
        await Expect(supervisor.Locator("[data-department='market-regulation']")).ToContainTextAsync("95 / 100 分");
        await supervisor.Keep("supervision-scores");
        await supervisor.Open("/supervision/heartbeat");
        await Expect(supervisor.Locator(".heartbeat-notice")).ToContainTextAsync("已巡查");
        await supervisor.Keep("supervision-heartbeat");
    }

    private async Task AnswerAndClose(DesignerServer server, IPage supervisor)
    {
        await supervisor.Open("/supervision/alerts?level=Yellow");
        await supervisor.Locator(".alert-table tbody a").First.ClickAsync();
        await Expect(supervisor.Locator(".clock-days .counted")).ToHaveCountAsync(1);
        await supervisor.Keep("supervision-order");
        await designer.Visit(server, "/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.WaitForURLAsync("**/inbox");
            await officer.Open("/inbox");
            await officer.Locator(".own-alerts tbody tr", new() { HasText = "环节超时" }).Locator("a").First.ClickAsync();
            await officer.FillAsync("#alert-text", "当日已补办，今后每日清点待办。");
            await officer.GetByRole(AriaRole.Button, new() { Name = "答复", Exact = true }).ClickAsync();
            await Expect(officer.Locator(".alert-history")).ToContainTextAsync("今后每日清点待办");
        });

        // The supervisor's page follows by itself.
        await Expect(supervisor.Locator(".alert-history")).ToContainTextAsync("今后每日清点待办");
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "同意答复，办结" }).ClickAsync();
        await Expect(supervisor.Locator(".card-head .badge", new() { HasText = "已办结" })).ToBeVisibleAsync();
    }
}
