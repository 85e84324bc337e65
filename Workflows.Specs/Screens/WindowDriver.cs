using Microsoft.Playwright;
using Workflows.Engine.Accounts;
using Workflows.Specs.Support.Browser;

namespace Workflows.Specs.Screens;

/// <summary>What people do at the screens, as the demo's accounts.</summary>
internal static class WindowDriver
{
    public const string Clerk = "zongchuang";
    public const string MarketOfficer = "shijian";
    public const string MarketHead = "shijian-zhang";

    /// <summary>The applicant's social credit code ends in these.</summary>
    public const string LastFour = "26XG";

    public static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Dictionary<string, string> Typed = new()
    {
        ["applicant-name"] = "常味来餐饮管理有限公司",
        ["applicant-idNumber"] = "9144030071526726XG",
        ["applicant-phone"] = "13800138000",
        ["form-shopName"] = "常味来小馆",
        ["form-address"] = "和平北路88号",
        ["form-contactName"] = "刘洋",
        ["form-contactPhone"] = "13800138000",
        ["form-creditCode"] = "9144030071526726XG",
        ["form-responsiblePerson"] = "刘洋",
        ["form-responsiblePersonId"] = "11010519491231002X",
        ["form-seats"] = "20",
        ["form-staff"] = "4",
        ["form-foodSafetyManager"] = "何静",
    };

    public static async Task SignIn(this IPage page, string userName, string password = DemoOrganisation.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#user-name", userName);
        await page.FillAsync("#password", password);
        await page.Locator(".sign-in-button").ClickAsync();
    }

    /// <summary>Opens a page of staff and waits until it answers.</summary>
    public static async Task Open(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.UntilInteractive();
    }

    /// <summary>Answers the questions for a small restaurant: a licence check and a food licence, nothing else.</summary>
    public static async Task AnswerQuestions(this IPage page)
    {
        await page.FillAsync("#answers-floorArea", "40");
        foreach (var question in new[] { "coldDishes", "rawFood", "freshDrinks", "outdoorSign", "tobacco", "chain" })
        {
            await page.Choose("answers", question, "false");
        }
    }

    public static async Task FillForm(this IPage page)
    {
        foreach (var (field, text) in Typed)
        {
            await page.FillAsync($"#{field}", text);
        }

        await page.Choose("form", "businessForm", "restaurant");
    }

    public static async Task UploadEverything(this IPage page)
    {
        var uploads = page.Locator(".upload");
        await uploads.First.WaitForAsync();
        for (var index = 0; index < await uploads.CountAsync(); index++)
        {
            var upload = uploads.Nth(index);
            var types = await upload.Locator("input[type=file]").GetAttributeAsync("accept") ?? "";
            await upload.Upload($"材料{index}{(types.Contains(".pdf", StringComparison.Ordinal) ? ".pdf" : ".png")}");
        }
    }

    public static async Task Upload(this ILocator upload, string name)
    {
        var file = name.EndsWith(".png", StringComparison.Ordinal)
            ? new FilePayload { Name = name, MimeType = "image/png", Buffer = Png }
            : new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Pdf };
        await upload.Locator("input[type=file]").SetInputFilesAsync(file);
        await upload.GetByText(name).WaitForAsync();
    }

    /// <summary>Waits until all is entered and can be submitted.</summary>
    public static Task Reviewed(this IPage page) => page.Locator(".steps-current", new() { HasText = "核对提交" }).WaitForAsync();

    public static Task Next(this IPage page) => page.Locator(".intake-foot .button-primary").ClickAsync();

    /// <summary>Receives an application from the first question to the receipt.</summary>
    /// <param name="applicant">The applicant's name; null for the usual one.</param>
    /// <returns>The case's id and number.</returns>
    public static async Task<(string Id, string Number)> Receive(this IPage page, string? applicant = null)
    {
        await page.Open("/intake/open-restaurant");
        await page.AnswerQuestions();
        await page.Next();
        await page.FillForm();
        if (applicant is not null)
        {
            await page.FillAsync("#applicant-name", applicant);
        }

        await page.Next();
        await page.UploadEverything();
        await page.Next();
        await page.Reviewed();
        await page.Next();
        var number = await page.Locator(".receipt-number").InnerTextAsync();
        return (new Uri(page.Url).Segments[2].TrimEnd('/'), number);
    }

    /// <summary>Decides the open work item with the outcome of that name.</summary>
    public static async Task Decide(this IPage page, string outcome, string opinion)
    {
        await page.FillAsync("#opinion", opinion);
        await page.Locator(".desk-actions").GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).ClickAsync();
        await page.Locator(".desk-confirm .button").First.ClickAsync();
    }

    /// <summary>Takes the case's item and tells the applicant that the proof of identity cannot be read.</summary>
    public static async Task AskForCorrection(this IPage page, string number)
    {
        await page.Open($"/inbox?q={number}");
        await page.Locator(".table-act button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "一次性告知补正" }).ClickAsync();
        await page.GetByLabel("图像清晰，证件在有效期内").CheckAsync();
        await page.FillAsync("#reason", "身份证明模糊，无法辨认。");
        await page.Locator(".desk-actions .button-primary").ClickAsync();
        await page.GetByText("时钟停止，等待申请人补正").WaitForAsync();
    }

    /// <summary>Asks for the progress of the case whose number is filled in.</summary>
    public static async Task AskProgress(this IPage page)
    {
        await page.FillAsync("#last-four", LastFour);
        await page.Locator(".progress-ask .button").ClickAsync();
        await page.Locator(".progress-report").WaitForAsync();
    }

    private static Task Choose(this IPage page, string part, string field, string value) =>
        page.Locator($"[name='{part}-{field}'][value='{value}']").CheckAsync();
}
