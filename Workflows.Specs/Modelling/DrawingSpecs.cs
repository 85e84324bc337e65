using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Workflows.Specs.Screens;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Modelling;

/// <summary>Analysts at the drawing board, in a browser.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class DrawingSpecs(DesignerInBrowser designer)
{
    [Fact]
    public Task The_catalogue_shows_what_is_published_and_finds_it() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await Expect(page.Locator("h1")).ToHaveTextAsync("定义目录");
        await page.Keep("catalogue");

        await page.FillAsync("input[type='search']", "餐饮");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "事项" }).ClickAsync();
        await page.FillAsync("input[type='search']", "招牌");

        await Expect(page.Locator("tbody tr")).ToContainTextAsync("开办餐饮店");
    });

    [Fact]
    public Task What_a_service_saves_is_one_page_to_print() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.ClickAsync("a[href='/modelling/services/deregister-enterprise/savings']");

        await Expect(page.Locator("[data-saving='SavedMaterials']")).ToContainTextAsync("减少 8（62%）");
        await Expect(page.Locator("[data-saving='SavedDays'] .number")).ToHaveTextAsync(["16.5", "13"]);
        await Expect(page.Locator("#saved-materials tr", new() { HasText = "清税证明" })).ToHaveCountAsync(1);
        await AccessibilitySpecs.Check(page);
        await page.Keep("savings");
        Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })).Split("/Type /Page\n").Length.ShouldBe(2);
    });

    [Fact]
    public Task A_step_is_dragged_from_the_palette_saved_and_found_wanting() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.BeginService("drag-step", "拖动试验", "urban-management", "户外招牌设施设置规范管理");
        await page.Drag("review", 420, 200);
        await Expect(page.Locator("[data-element-id='review']").First).ToBeVisibleAsync();

        await page.UntilSaved(2);
        await page.ShowTab("Findings");
        await Expect(page.Locator("[data-rule='user-task-limit']")).ToContainTextAsync("人工环节须有时限");
        await page.Keep("drawing-findings");
        await page.Locator("[data-rule='user-task-limit'] .link-button").ClickAsync();
        await page.ShowTab("Properties");
        await page.Locator("#add-limit").ClickAsync();
        await page.FillAsync("[data-limit-amount='0']", "3");
        await page.Locator("[data-limit-amount='0']").BlurAsync();
        await page.ShowTab("Findings");

        await Expect(page.Locator("[data-rule='user-task-limit']")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Every_change_of_a_property_can_be_undone() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.OpenRestaurant();
        await page.ShowTab("Elements");
        await page.GetByRole(AriaRole.Button, new() { Name = "统一出件" }).ClickAsync();
        await page.ShowTab("Properties");

        await page.FillAsync("#property-name", "窗口出件");
        await page.Locator("#property-name").BlurAsync();
        await Expect(page.Locator("[data-element-id='deliver']").First).ToContainTextAsync("窗口出件");
        await page.Locator("[data-act='undo']").ClickAsync();

        await Expect(page.Locator("#property-name")).ToHaveValueAsync("统一出件");
        await page.Keep("drawing-properties");
    });

    [Fact]
    public Task The_longest_path_is_drawn_with_its_days() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.OpenRestaurant();

        await page.Locator("#critical-path").ClickAsync();

        await Expect(page.Locator("#longest-days")).ToHaveTextAsync("18 个工作日");
        await Expect(page.Locator("[data-element-id='fire'].critical-path")).ToBeVisibleAsync();
        await page.Keep("drawing-longest-path");
    });

    [Fact]
    public Task What_the_browser_kept_of_a_drawing_is_offered_again() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.BeginService("kept-drawing", "断网试验", "urban-management", "户外招牌设施设置规范管理");
        var name = $"{page.Url.Split('/')[^1]}/services/kept-drawing/process.bpmn";
        await page.EvaluateAsync(
            """
            name => {
              const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="urn:workflows:library"><bpmn:process id="kept-drawing" isExecutable="true"><bpmn:startEvent id="application" name="申请" /></bpmn:process><bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="dp" bpmnElement="kept-drawing"><bpmndi:BPMNShape id="ds" bpmnElement="application"><dc:Bounds x="200" y="200" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
              localStorage.setItem(`workflows.drawing.${name}`, JSON.stringify({ xml, version: 1, at: '2026-03-02T01:00:00Z' }));
            }
            """,
            name);

        await page.ReloadAsync();
        await page.UntilInteractive();
        await page.Locator("#restore-kept").ClickAsync();

        await Expect(page.Locator("[data-element-id='application']").First).ToBeVisibleAsync();
        await page.UntilSaved(2);
    });

    [Fact]
    public Task The_drawing_board_speaks_no_English() => designer.Visit("/sign-in", async page =>
    {
        await page.SignInAsAnalyst();
        await page.OpenRestaurant();
        await page.Choose("deliver");

        var titles = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.drawing-board [title]')].map(element => element.title).filter(title => /[a-z]{3}/i.test(title) && !/bpmn|http/i.test(title))");

        titles.ShouldBeEmpty();
    });
}
