using Microsoft.Playwright;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Browser;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>Brings an example application of the library in at the window, and works on what comes of it.</summary>
internal static class ExampleDriver
{
    /// <summary>Receives the example from the first question to the receipt.</summary>
    /// <returns>The case's id and number.</returns>
    public static async Task<(string Id, string Number)> ReceiveExample(this IPage page, string example)
    {
        var file = Path.Combine(LibraryFolder.Path, "services", "open-restaurant", "examples", $"{example}.json");
        var application = ExampleReader.Read(await File.ReadAllTextAsync(file), file);
        await page.Open("/intake/open-restaurant");
        await page.Answer("answers", application.Answers);
        await page.Keep($"intake-questions-{example}");
        await page.Next();
        await page.FillAsync("#applicant-name", application.Applicant.Name);
        await page.FillAsync("#applicant-idNumber", application.Applicant.IdNumber);
        await page.FillAsync("#applicant-phone", application.Applicant.Phone);
        await page.Answer("form", application.Form);
        await page.Keep($"intake-form-{example}");
        await page.Next();
        await page.UploadEverything();
        await page.Keep($"intake-materials-{example}");
        await page.Next();
        await page.Keep($"intake-review-{example}");
        await page.Next();
        var number = await page.Locator(".receipt-number").InnerTextAsync();
        await page.Keep($"receipt-{example}");

        return (new Uri(page.Url).Segments[2].TrimEnd('/'), number);
    }

    /// <summary>Takes the case's item from the inbox and completes it with the outcome of that name.</summary>
    public static async Task Work(this IPage page, string number, string outcome)
    {
        await page.Open($"/inbox?q={number}");
        await page.Locator(".table-act .button").First.ClickAsync();
        await page.Locator(".sheet").WaitForAsync();
        await page.Decide(outcome, "经审查，材料与现场情况相符，依据充分。");
        await Expect(page.Locator(".sheet-side")).ToContainTextAsync($"本环节已办：{outcome}");
    }

    private static async Task Answer(this IPage page, string part, FeelContext values)
    {
        foreach (var (name, value) in values.Entries)
        {
            if (value is FeelBoolean yes)
            {
                await page.Locator($"[name='{part}-{name}'][value='{(yes.Value ? "true" : "false")}']").CheckAsync();
            }
            else if (await page.Locator($"[name='{part}-{name}'][type='radio']").CountAsync() > 0)
            {
                await page.Locator($"[name='{part}-{name}'][value='{FeelJson.Text(value).Trim('"')}']").CheckAsync();
            }
            else
            {
                await page.FillAsync($"#{part}-{name}", FeelJson.Text(value).Trim('"'));
            }
        }
    }
}
