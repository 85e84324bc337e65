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
    private const string Restaurant = "open-restaurant";

    /// <summary>Receives the example from the first question to the receipt.</summary>
    /// <returns>The case's id and number.</returns>
    public static async Task<(string Id, string Number)> ReceiveExample(this IPage page, string example, string service = Restaurant)
    {
        var application = await ReadExample(example, service);
        await page.Open($"/intake/{service}");
        await page.Answer("answers", application.Answers);
        await Picture("intake-questions");
        await page.Next();
        await page.FillAsync("#applicant-name", application.Applicant.Name);
        await page.FillAsync("#applicant-idNumber", application.Applicant.IdNumber);
        await page.FillAsync("#applicant-phone", application.Applicant.Phone);
        await page.Answer("form", application.Form);
        await Picture("intake-form");
        await page.Next();
        await page.UploadEverything();
        await Picture("intake-materials");
        await page.Next();
        await page.Reviewed();
        await Picture("intake-review");
        await page.Next();
        var number = await page.Locator(".receipt-number").InnerTextAsync();
        await Picture("receipt");

        return (new Uri(page.Url).Segments[2].TrimEnd('/'), number);

        // The tour shows the restaurant only.
        Task Picture(string part) => service == Restaurant ? page.Keep($"{part}-{example}") : Task.CompletedTask;
    }

    public static async Task<ExampleApplication> ReadExample(string example, string service)
    {
        var file = Path.Combine(LibraryFolder.Path, "services", service, "examples", $"{example}.json");
        return ExampleReader.Read(await File.ReadAllTextAsync(file), file);
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
            await page.Locator($"[name='{part}-{name}'], [id='{part}-{name}']").First.WaitForAsync();
            if (value is FeelBoolean yes)
            {
                await page.Locator($"[name='{part}-{name}'][value='{(yes.Value ? "true" : "false")}']").CheckAsync();
            }
            else if (await page.Locator($"[name='{part}-{name}'][type='radio']").CountAsync() > 0)
            {
                await page.Locator($"[name='{part}-{name}'][value='{FeelJson.Text(value).Trim('"')}']").CheckAsync();
            }
            else if (await page.Locator($"select#{part}-{name}").CountAsync() > 0)
            {
                await page.SelectOptionAsync($"#{part}-{name}", FeelJson.Text(value).Trim('"'));
            }
            else
            {
                await page.FillAsync($"#{part}-{name}", FeelJson.Text(value).Trim('"'));
            }
        }
    }
}
