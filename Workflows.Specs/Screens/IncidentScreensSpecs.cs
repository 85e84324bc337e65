using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>An administrator finds a stopped case, corrects the variable that stopped it, and the case goes on.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class IncidentScreensSpecs(DesignerInBrowser designer)
{
    private const string Case = "stopped-case";

    [Fact]
    public async Task A_stopped_case_goes_on_once_its_variable_is_corrected()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var server = new DesignerServer();
        await server.Services.StopCase(Case);
        await designer.Visit(server, "/sign-in", Repair);

        await using var db = server.Services.GetRequiredService<EngineDatabase>().Open();
        var acts = await db.Journal.Where(entry => entry.CaseId == Case).OrderBy(entry => entry.Sequence).Select(entry => new { entry.Command, entry.Events }).ToListAsync(TestContext.Current.CancellationToken);
        acts.TakeLast(2).Select(act => act.Command).ShouldBe(["retry-incident", "skip-incident"]);
        CaseJson.ReadEvents(acts[^1].Events).OfType<IncidentResolved>().ShouldHaveSingleItem().Reason.ShouldBe("现场核定为小型。");
    }

    private static async Task Repair(IPage administrator)
    {
        await administrator.SignIn("guanli");
        await administrator.WaitForURLAsync("**/supervision");
        await administrator.Open("/incidents");
        await Expect(administrator.Locator(".incident-table")).ToContainTextAsync("Expected gateway 'size' to find a true condition or a default flow, but found neither.");
        await AccessibilitySpecs.Check(administrator);
        await administrator.Keep("incidents");
        await administrator.Locator(".incident-table tr", new() { HasText = "制证" }).GetByText("处理").ClickAsync();
        await administrator.WaitForURLAsync($"**/incidents/{Case}/*");
        await administrator.UntilInteractive();
        await Expect(administrator.Locator(".terms")).ToContainTextAsync("size");

        await administrator.SelectOptionAsync("#incident-variable", "form");
        await Expect(administrator.Locator("#incident-values")).ToHaveValueAsync(new Regex("120.5"));
        await administrator.FillAsync("#incident-values", "{\"size\": 62");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "继续办理" }).ClickAsync();
        await Expect(administrator.Locator(".field-error")).ToHaveTextAsync("请填写理由。");
        await administrator.FillAsync("#incident-reason", "申请人补报面积。");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "继续办理" }).ClickAsync();
        await Expect(administrator.Locator(".field-error")).ToContainTextAsync("不是可用的 JSON");
        await administrator.FillAsync("#incident-values", "{\"area\": 620}");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "继续办理" }).ClickAsync();
        await Expect(administrator.Locator(".notice-success")).ToContainTextAsync("已继续办理");

        // Another name is no size: the case stops again, and this time the administrator names the way.
        await administrator.Locator(".incident-table tr", new() { HasText = "制证" }).GetByText("处理").ClickAsync();
        await administrator.WaitForURLAsync($"**/incidents/{Case}/*");
        await administrator.UntilInteractive();
        await administrator.GetByText("越过：由我指定走哪一条路").ClickAsync();
        await administrator.SelectOptionAsync("#incident-flow", "to-small");
        await administrator.FillAsync("#incident-reason", "现场核定为小型。");
        await AccessibilitySpecs.Check(administrator);
        await administrator.Keep("incident");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "继续办理" }).ClickAsync();
        await Expect(administrator.Locator(".empty-notice")).ToContainTextAsync("没有受阻的办件");
    }
}
