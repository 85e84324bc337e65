using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>A restaurant is received at the window and worked on at the desk, in a browser.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class RestaurantScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task The_guidance_tells_at_once_which_matters_and_materials_apply() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        await page.Open("/intake/open-restaurant");
        await page.AnswerQuestions();
        await Expect(page.Locator(".intake-side")).Not.ToContainTextAsync("户外招牌");

        await page.Locator("[name='answers-outdoorSign'][value='true']").CheckAsync();

        await Expect(page.Locator(".intake-side")).ToContainTextAsync("户外招牌设施设置规范管理");
        await Expect(page.Locator(".intake-side")).ToContainTextAsync("门店实景图及招牌设计安装效果图");
    });

    [Fact]
    public Task A_wrong_number_is_told_while_it_is_typed() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        await page.Open("/intake/open-restaurant");
        await page.AnswerQuestions();
        await page.Next();

        await page.FillAsync("#applicant-idNumber", "91440300715267260G");

        await Expect(page.Locator("#applicant-idNumber-fault")).ToHaveTextAsync("校验码不符，请与证件逐位核对");
        await page.FillAsync("#applicant-idNumber", "9144030071526726XG");
        await Expect(page.Locator("#applicant-idNumber-fault")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_reload_gives_back_what_was_typed_and_begins_anew_when_asked() => designer.Visit("/sign-in", async page =>
    {
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.SignIn(WindowDriver.Clerk);
        await page.Open("/intake/open-restaurant");
        await page.AnswerQuestions();
        await page.Next();
        await page.FillForm();
        await page.FocusAsync("#applicant-name");
        await Expect(page.Locator("#form-shopName")).ToHaveValueAsync("常味来小馆");

        await page.ReloadAsync();
        await page.UntilInteractive();

        await Expect(page.Locator(".intake-restored")).ToContainTextAsync("已恢复上次没有提交的内容");
        await Expect(page.Locator("#answers-floorArea")).ToHaveValueAsync("40");
        await page.Next();
        await Expect(page.Locator("#form-shopName")).ToHaveValueAsync("常味来小馆");
        await page.GetByRole(AriaRole.Button, new() { Name = "清空重填" }).ClickAsync();
        await Expect(page.Locator("#answers-floorArea")).ToHaveValueAsync("");
    });

    [Fact]
    public Task The_question_before_a_decision_is_answered_with_the_keyboard() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, number) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open($"/inbox?q={number}");
        await page.Locator(".table-act .button").ClickAsync();
        await page.FillAsync("#opinion", "证照真实有效。");
        await page.Locator(".desk-actions").GetByRole(AriaRole.Button, new() { Name = "有效", Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-confirm .button").First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".desk-confirm")).ToHaveCountAsync(0);
        await page.Locator(".desk-actions").GetByRole(AriaRole.Button, new() { Name = "有效", Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-confirm .button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");
    });

    [Fact]
    public Task The_inbox_is_worked_with_the_keyboard_alone() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, first) = await page.Receive();
        var (id, second) = await page.Receive();
        await page.SignIn(WindowDriver.MarketOfficer);
        await page.Open("/inbox?order=Newest");
        var links = page.Locator(".inbox-table a.number");
        await Expect(links.First).ToHaveTextAsync(second);

        await page.Keyboard.PressAsync("j");
        await Expect(links.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(links.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page).ToHaveURLAsync(new Regex($"/inbox/{id}/"));

        await page.Open("/inbox");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(first);
        await page.Keyboard.PressAsync("Enter");
        await Expect(links).ToHaveTextAsync([first]);
    });

    [Fact]
    public Task The_inbox_counts_what_waits_while_one_looks_elsewhere() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open("/cases");
            var count = officer.Locator("nav .count");
            var before = await count.CountAsync() > 0 ? int.Parse(await count.InnerTextAsync(), CultureInfo.InvariantCulture) : 0;

            await clerk.Receive();

            await Expect(count).ToHaveTextAsync((before + 1).ToString(CultureInfo.InvariantCulture));
        });
    });

    [Fact]
    public Task A_file_of_a_type_that_is_not_accepted_is_refused_in_place() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        await page.Open("/intake/open-restaurant");
        await page.AnswerQuestions();
        await page.Next();
        await page.FillForm();
        await page.Next();
        var upload = page.Locator(".upload").First;

        await upload.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "照片.exe", MimeType = "application/pdf", Buffer = [1, 2, 3] });

        await Expect(upload.Locator(".field-error")).ToContainTextAsync("“照片.exe”的文件类型不在允许范围内");
    });

    [Fact]
    public Task An_application_becomes_a_case_with_a_receipt_and_the_officer_finds_it() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();
        await page.Open($"/cases/{id}");
        await Expect(page.Locator(".djs-element.case-active")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".bjs-powered-by")).ToBeVisibleAsync();

        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act button").ClickAsync();
            await officer.Locator(".sheet").WaitForAsync();
            await Expect(officer.Locator(".preview iframe")).ToBeVisibleAsync();
            await officer.Decide("有效", "执照在有效期内，经营范围包含餐饮服务。");

            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");
        });

        // The clerk's page follows by itself.
        await Expect(page.Locator(".timeline")).ToContainTextAsync("执照在有效期内");
    });

    [Fact]
    public Task Who_comes_second_is_told_who_was_first() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (_, number) = await page.Receive();

        await designer.Visit("/sign-in", async first =>
        {
            await first.SignIn(WindowDriver.MarketOfficer);
            await first.Open($"/inbox?q={number}");
            var second = await first.Context.NewPageAsync();
            await second.Open($"/inbox?q={number}");
            await first.Locator(".table-act button").ClickAsync();
            await first.Locator(".sheet").WaitForAsync();
            await second.Open(new Uri(first.Url).PathAndQuery);
            await second.FillAsync("#opinion", "同一待办");
            await first.Decide("有效", "核验有效。");
            await Expect(first.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");

            await Expect(second.Locator(".sheet-side")).ToContainTextAsync("本环节已办：有效");
        });
    });

    [Fact]
    public Task A_correction_goes_to_the_window_and_comes_back() => designer.Visit("/sign-in", async page =>
    {
        await page.SignIn(WindowDriver.Clerk);
        var (id, number) = await page.Receive();

        await designer.Visit("/sign-in", async officer =>
        {
            await officer.SignIn(WindowDriver.MarketOfficer);
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act button").ClickAsync();
            await officer.Decide("有效", "核验有效。");
            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("本环节已办");
            await officer.Open($"/inbox?q={number}");
            await officer.Locator(".table-act button").ClickAsync();
            await officer.GetByRole(AriaRole.Button, new() { Name = "一次性告知补正" }).ClickAsync();
            await officer.GetByLabel("图像清晰，证件在有效期内").CheckAsync();
            await officer.FillAsync("#reason", "身份证明模糊，无法辨认。");
            await officer.Locator(".desk-actions .button-primary").ClickAsync();
            await Expect(officer.Locator(".sheet-side")).ToContainTextAsync("时钟停止，等待申请人补正");
        });

        await page.Open($"/cases/{id}");
        await Expect(page.Locator(".djs-element.case-returned")).Not.ToHaveCountAsync(0);
        await page.Locator(".correction-answer .upload").Upload("身份证明.pdf");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();

        await Expect(page.Locator(".correction-card")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("恢复计时");
    });
}
