using Shouldly;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>The window takes in an application for each service of the library that is nobody's stage, on the day of its example.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class ServiceIntakeScreensSpecs(DesignerInBrowser designer)
{
    [Theory]
    [InlineData("after-death", "retired-worker")]
    [InlineData("change-enterprise", "new-name")]
    [InlineData("deregister-enterprise", "simple-company")]
    [InlineData("joint-utilities", "hospital-permits")]
    [InlineData("newborn", "nine-matters")]
    [InlineData("retirement", "normal-retirement")]
    [InlineData("school-admission", "local-by-property")]
    [InlineData("start-enterprise", "software-company")]
    public async Task Walks_from_the_first_question_to_the_receipt(string service, string example)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var application = await ExampleDriver.ReadExample(example, service);
        await using var server = new DesignerServer(new FakeTime(Days.At($"{application.ReceivedOn:yyyy-MM-dd}", 10)));

        await designer.Visit(server, "/sign-in", async clerk =>
        {
            await clerk.SignIn(WindowDriver.Clerk);
            await clerk.WaitForURLAsync("**/intake");
            var (id, number) = await clerk.ReceiveExample(example, service);

            number.ShouldNotBeEmpty();
            await clerk.Open($"/cases/{id}");
            await Expect(clerk.Locator("body")).ToContainTextAsync(number);
            await Expect(clerk.Locator("body")).ToContainTextAsync(application.Applicant.Name);
        });
    }

    [Fact]
    public Task Pressing_twice_goes_no_further_than_the_review() => designer.Visit("/sign-in", async clerk =>
    {
        await clerk.SignIn(WindowDriver.Clerk);
        await clerk.Open("/intake/open-restaurant");
        await clerk.AnswerQuestions();
        await clerk.Next();
        await clerk.FillForm();
        await clerk.Next();
        await clerk.UploadEverything();

        await clerk.EvaluateAsync("() => { const next = document.querySelector('.intake-foot .button-primary'); next.click(); next.click(); }");

        await Expect(clerk.Locator(".intake-main h2").First).ToHaveTextAsync("核对提交");
        await clerk.Next();
        await Expect(clerk.Locator(".receipt-number")).ToBeVisibleAsync();
    });
}
