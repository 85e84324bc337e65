using Microsoft.Playwright;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Workflows.Specs.Screens;

/// <summary>A project is found in the list, and its page shows the stages, the matters, the materials and the total clock.</summary>
[Collection(typeof(BrowserSpecs))]
public sealed class ProjectScreensSpecs(DesignerInBrowser designer)
{
    [Fact]
    public async Task A_project_in_its_first_stage_is_shown_and_the_rest_is_planned()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var server = new DesignerServer(new FakeTime(Days.At("2026-03-02", 10)));
        await server.Services.BeginProject();

        await designer.Visit(server, "/sign-in", async clerk =>
        {
            await clerk.SignIn(WindowDriver.Clerk);
            await clerk.WaitForURLAsync("**/intake");
            await clerk.Open("/projects");
            await clerk.Keep("projects");
            await clerk.GetByRole(AriaRole.Link, new() { Name = ConstructionProject.Code }).ClickAsync();
            await Expect(clerk.Locator("h1")).ToHaveTextAsync("恒远科技园一期");
            await Expect(clerk.Locator("[data-stage='land']")).ToContainTextAsync("办理中");
            await Expect(clerk.Locator("[data-stage='planning']")).ToContainTextAsync("尚缺：建设用地规划许可证核发");
            await Expect(clerk.Locator(".project-total")).ToContainTextAsync("已用 0 / 60 个工作日");
            await Expect(clerk.Locator("[data-department='natural-resources']")).ToContainTextAsync("建设项目用地预审与选址意见书核发");
            await clerk.Keep("project");
            await AccessibilitySpecs.Check(clerk);

            await clerk.Open("/projects/plan");
            await Expect(clerk.Locator("table[data-stage='planning']")).ToContainTextAsync("建设工程设计方案审查");
            await clerk.GetByLabel("土地带设计方案").CheckAsync();
            await Expect(clerk.Locator("table[data-stage='planning-and-construction']")).ToContainTextAsync("施工图设计文件联合审查");
            await clerk.Keep("project-plan");
        });
    }

    [Fact]
    public async Task The_leading_department_forwards_for_all_and_the_others_have_nothing_to_forward()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var server = new DesignerServer(new FakeTime(Days.At("2026-03-02", 10)));
        await server.Services.BeginProject();

        await designer.Visit(server, "/sign-in", async lead =>
        {
            await lead.SignIn("fagai");
            await lead.WaitForURLAsync("**/inbox");
            await lead.Open("/projects/forwarding");
            var row = lead.Locator("tr[data-case]");
            await Expect(row).ToContainTextAsync(ConstructionProject.Code);
            await Expect(row).ToContainTextAsync("统一受理转送");
            await Expect(row).ToContainTextAsync("2026-03-03");
            await Expect(row).ToContainTextAsync("建设项目用地预审与选址意见书核发");
            await lead.Keep("project-forwarding");
            await AccessibilitySpecs.Check(lead);

            await row.GetByRole(AriaRole.Link, new() { Name = "查看" }).ClickAsync();
            await lead.GetByRole(AriaRole.Button, new() { Name = "签收办理" }).ClickAsync();
            await lead.Decide("已转送各部门", "材料齐全，转送。");
            await Expect(lead.Locator(".sheet-side")).ToContainTextAsync("本环节已办：已转送各部门");
            await lead.Open("/projects/forwarding");
            await Expect(lead.GetByText("没有等待转送或者答复的申报")).ToBeVisibleAsync();
        });
        await designer.Visit(server, "/sign-in", async other =>
        {
            await other.SignIn("huanjing");
            await other.WaitForURLAsync("**/inbox");
            await other.Open("/projects/forwarding");
            await Expect(other.GetByText("没有等待转送或者答复的申报")).ToBeVisibleAsync();
        });
    }
}
