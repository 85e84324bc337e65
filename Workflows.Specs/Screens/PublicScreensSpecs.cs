using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>What anybody may open: signing in, progress, another language, a page that is not there.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class PublicScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task Who_is_not_signed_in_is_asked_to_and_then_arrives_where_he_wanted() => designer.Visit("/cases?q=YJS", async page =>
    {
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.FillAsync("#user-name", WindowDriver.Clerk);
        await page.FillAsync("#password", Workflows.Engine.Accounts.DemoOrganisation.Password);
        await page.Locator(".sign-in-button").ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/cases\?q=YJS$"));
    });

    [Fact]
    public Task An_unknown_name_and_a_wrong_password_are_told_alike() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk, "wrong");
        await Expect(page.Locator(".notice-danger")).ToContainTextAsync("用户名或密码不正确。");

        await page.SignIn("nobody", "wrong");
        await Expect(page.Locator(".notice-danger")).ToContainTextAsync("用户名或密码不正确。");
    });

    [Fact]
    public Task A_page_for_another_post_is_refused_in_words() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open("/inbox");
        await page.EvaluateAsync("() => Blazor.navigateTo('/intake')");

        await Expect(page.Locator("h1")).ToHaveTextAsync("您没有打开这个页面的权限");
    });

    [Fact]
    public Task Progress_is_told_to_whoever_knows_number_and_last_four_characters() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, number) = await page.Receive();

        await designer.Visit($"/progress?number={number}", async applicant =>
        {
            await applicant.FillAsync("#last-four", "0000");
            await applicant.Locator(".progress-ask .button").ClickAsync();
            await Expect(applicant.Locator(".progress-ask")).ToContainTextAsync("没有查到");
            await Expect(applicant.Locator(".progress-report")).ToHaveCountAsync(0);

            await applicant.FillAsync("#last-four", WindowDriver.LastFour);
            await applicant.Locator(".progress-ask .button").ClickAsync();
            await Expect(applicant.Locator(".progress-report")).ToContainTextAsync("市场监督管理局正在办理“核验”");
            await Expect(applicant.Locator(".progress-report")).Not.ToContainTextAsync("常味来");
            await applicant.Keep("progress");
        });
    });

    [Fact]
    public Task The_language_can_be_changed_and_stays() => designer.Visit("/", async page =>
    {
        await page.GetByText("English").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Combined Services Approval");

        await page.GotoAsync("/progress");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Application progress");
    });
}
