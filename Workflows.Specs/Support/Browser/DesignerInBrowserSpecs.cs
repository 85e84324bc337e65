using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Workflows.Specs.Support.Browser;

[Collection(typeof(BrowserSpecs))]
public class DesignerInBrowserSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task The_first_page_is_Chinese_and_nothing_goes_wrong_in_it() =>
        designer.Visit("/", async page => (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN"));

    [Fact]
    public async Task A_page_that_is_not_there_is_a_fault()
    {
        var faults = await designer.VisitTolerantly("/no-such-page", _ => Task.CompletedTask);

        faults.ShouldContain(fault => fault.StartsWith("404 GET", StringComparison.Ordinal) && fault.EndsWith("/no-such-page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_in_a_script_is_a_fault()
    {
        var faults = await designer.VisitTolerantly("/", async page =>
        {
            var thrown = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text == "after" });
            await page.EvaluateAsync("() => { setTimeout(() => { throw new Error('broken'); }); setTimeout(() => console.log('after'), 1); }");
            await thrown;
        });

        faults.ShouldContain(fault => fault.StartsWith("script:", StringComparison.Ordinal) && fault.Contains("broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_on_the_console_fails_the_visit()
    {
        var failure = await Assert.ThrowsAsync<ShouldAssertException>(() => designer.Visit("/", page => page.EvaluateAsync("() => console.error('refused')")));

        failure.Message.ShouldContain("console: refused");
    }
}
