using System.Diagnostics;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Modelling;

/// <summary>Files of other tools on the drawing board.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class ForeignFileSpecs(DesignerInBrowser designer, ITestOutputHelper output)
{
    [Fact]
    public Task A_file_of_another_tool_is_opened_with_its_extensions_and_a_broken_one_changes_nothing() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.BeginService("foreign", "外来图试验", "urban-management", "户外招牌设施设置规范管理");
        await page.OpenFile("<bpmn:definitions");
        await Expect(page.Locator("#foreign-drawing")).ToContainTextAsync("well-formed");
        await Expect(page.Locator("[data-element-id='lane_lead']").First).ToBeVisibleAsync();

        await page.OpenFile(SixtyTasks.OfCamunda);
        await Expect(page.Locator("[data-foreign='camunda:assignee']")).ToContainTextAsync("60");
        await page.UntilSaved(2);
        await page.Keep("drawing-foreign");

        var watch = Stopwatch.StartNew();
        await page.ReloadAsync();
        await page.Locator($".djs-shape[data-element-id='task_{SixtyTasks.Count}']").WaitForAsync();
        output.WriteLine($"Sixty tasks opened in {watch.ElapsedMilliseconds} ms.");
        await page.UntilInteractive();
        await page.Rename("环节 1", "受理申请");
        await page.UntilSaved(3);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-element-id='task_1']").First).ToContainTextAsync("受理申请");
    });
}
