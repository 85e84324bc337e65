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

    /// <summary>Connects two elements by the context pad's arrow.</summary>
    public static async Task Connect(this IPage page, string from, string to)
    {
        await page.Locator($".djs-element[data-element-id='{from}']").ClickAsync();
        await page.Locator(".djs-context-pad .entry[data-action='connect']").ClickAsync();
        await page.Locator($".djs-element[data-element-id='{to}']").ClickAsync();
    }

    public static Task Choose(this IPage page, string element) => page.Locator($".djs-element[data-element-id='{element}'] .djs-hit").First.ClickAsync(new() { Force = true });

    public static Task ShowTab(this IPage page, string tab) => page.Locator($".drawing-tabs [data-tab='{tab}']").ClickAsync();

    /// <summary>Waits until the server has what is drawn.</summary>
    public static Task UntilSaved(this IPage page, int atLeast) => page.WaitForFunctionAsync(
        "version => { const state = document.querySelector('.save-state'); return state?.dataset.saved === 'yes' && Number(state.textContent.match(/\\d+/)?.[0] ?? 0) >= version; }", atLeast);
}
