using System.Text;
using Microsoft.Playwright;
using Workflows.Specs.Screens;
using Workflows.Specs.Support.Browser;

namespace Workflows.Specs.Modelling;

/// <summary>What an analyst does on the drawing board, with the mouse.</summary>
internal static class DrawingDriver
{
    public const string Analyst = "fenxi";
    public const string Reviewer = "fenxi-fu";

    public static async Task SignInAsAnalyst(this IPage page, string userName = Analyst)
    {
        await page.SignIn(userName);
        await page.UntilInteractive();
    }

    /// <summary>Opens the restaurant service as a new draft.</summary>
    public static async Task OpenRestaurant(this IPage page)
    {
        await page.Open("/modelling");
        await page.Locator("tr", new() { HasText = "open-restaurant" }).GetByRole(AriaRole.Button, new() { Name = "编辑草稿" }).ClickAsync();
        await page.UntilDrawn();
    }

    /// <summary>Begins a service with an empty drawing.</summary>
    public static async Task BeginService(this IPage page, string code, string name, string department, string matter)
    {
        await page.Open("/modelling/new");
        await page.FillAsync("#service-name", name);
        await page.FillAsync("#service-code", code);
        await page.SelectOptionAsync("#service-lead", department);
        await page.GetByLabel(matter).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始绘制" }).ClickAsync();
        await page.UntilDrawn();
    }

    public static async Task UntilDrawn(this IPage page)
    {
        await page.Locator(".drawing-board .djs-shape").First.WaitForAsync();
        await page.Locator(".drawing-tabs").WaitForAsync();
    }

    /// <summary>Drags an entry of the palette onto the drawing, to a place in pixels of the board.</summary>
    public static async Task Drag(this IPage page, string entry, float x, float y)
    {
        var board = (await page.Locator(".drawing-board").BoundingBoxAsync())!;
        var from = (await page.Locator($".djs-palette [data-action='approval.{entry}']").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 15, from.Y + 15);
        await page.Mouse.MoveAsync(board.X + x - 50, board.Y + y - 20, new() { Steps = 5 });
        await page.Mouse.MoveAsync(board.X + x, board.Y + y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Connects two elements in the list beside the drawing.</summary>
    /// <remarks>The board itself takes no click for a moment after each arrow, so that a spec would have to wait.</remarks>
    public static async Task Connect(this IPage page, string from, string to)
    {
        await page.ShowTab("Elements");
        await page.Locator($".element-list [data-element='{from}']").ClickAsync();
        await page.Locator($".element-list [data-connect='{to}']").ClickAsync();
    }

    public static Task Choose(this IPage page, string element) => page.Locator($".djs-element[data-element-id='{element}'] .djs-hit").First.ClickAsync(new() { Force = true });

    public static Task ShowTab(this IPage page, string tab) => page.Locator($".drawing-tabs [data-tab='{tab}']").ClickAsync();

    /// <summary>Gives an element another name, found by its name in the list.</summary>
    public static async Task Rename(this IPage page, string element, string name)
    {
        await page.ShowTab("Elements");
        await page.GetByRole(AriaRole.Button, new() { Name = element, Exact = true }).ClickAsync();
        await page.ShowTab("Properties");
        await page.FillAsync("#property-name", name);
        await page.Locator("#property-name").BlurAsync();
    }

    /// <summary>Opens a file of another tool on the drawing board.</summary>
    public static Task OpenFile(this IPage page, string xml) =>
        page.Locator("#open-file").SetInputFilesAsync(new FilePayload { Name = "foreign.bpmn", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(xml) });

    /// <summary>Waits until the server has what is drawn.</summary>
    public static Task UntilSaved(this IPage page, int atLeast) => page.WaitForFunctionAsync(
        "version => { const state = document.querySelector('.save-state'); return state?.dataset.saved === 'yes' && Number(state.textContent.match(/\\d+/)?.[0] ?? 0) >= version; }", atLeast);
}
