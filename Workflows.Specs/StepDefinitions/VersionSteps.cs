using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Versions;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>A service that has a new version, and a case that moves to it.</summary>
internal sealed class VersionSteps(Office office, Handling handling, Versioning versions)
{
    private const string Process = "shared/standard-approval.bpmn";

    private static readonly string[] References = ["id", "sourceRef", "targetRef", "bpmnElement"];

    [Step("发布新版本，把步骤{string}改名为{string}")]
    public Task Rename(string step, string name) => versions.Publish(library => library.Replacing(Process, $"name=\"{step}\"", $"name=\"{name}\""));

    [Step("发布新版本，把步骤{string}的标识改为{string}")]
    public Task ChangeId(string step, string id) => versions.Publish(library =>
    {
        step.ShouldBe("审查");
        foreach (var attribute in References)
        {
            library.Replacing(Process, $"{attribute}=\"review\"", $"{attribute}=\"{id}\"");
        }

        library.Replacing(Process, "review.outcome", $"{id}.outcome");
    });

    [Step("发布新版本，把{string}的承诺时限改为 {decimal} 个工作日")]
    public Task ChangePromise(string matter, decimal days) => versions.Publish(library =>
        library.Replacing($"matters/{handling.Matter(matter).Code}/matter.yaml", "  promised:\n    amount: 10", $"  promised:\n    amount: {days}"));

    [Step("试迁移到新版本")]
    public Task DryRun() => versions.DryRun(MigrationInstructions.None);

    [Step("试迁移到新版本，采用新时限")]
    public Task DryRunAdopting() => versions.DryRun(new MigrationInstructions(AdoptLimits: true));

    [Step("迁移到新版本")]
    public Task Apply() => versions.Apply(MigrationInstructions.None);

    [Step("迁移到新版本，采用新时限")]
    public Task ApplyAdopting() => versions.Apply(new MigrationInstructions(AdoptLimits: true));

    [Step("迁移到新版本，{string}对应{string}")]
    public Task ApplyMoving(string from, string to) => versions.Apply(new MigrationInstructions([new ElementMove(from, to)]));

    [Step("可以迁移，待办{string}将改为{string}")]
    public void CanMove(string from, string to)
    {
        versions.Moved.CanMove.ShouldBeTrue();
        var item = versions.Moved.WorkItems.ShouldHaveSingleItem();
        (item.FromName, item.ToName).ShouldBe((from, to));
    }

    [Step("不能迁移，因为{string}没有对应的位置")]
    public void CannotMove(string element)
    {
        versions.Moved.CanMove.ShouldBeFalse();
        versions.Moved.Obstacles.ShouldContain(obstacle => obstacle.ElementId == element);
    }

    [Step("{string}的承诺时限将由 {date} 改到 {date}")]
    public void ClockWillMove(string matter, DateOnly from, DateOnly to)
    {
        var clock = versions.Moved.Clocks.Single(clock => clock.Kind is ClockKind.Promise && clock.Matter == handling.Matter(matter).Code);
        (clock.FromDueOn, clock.ToDueOn).ShouldBe((from, to));
    }

    [Step("办件仍按第 {int} 版办理")]
    [Step("办件按第 {int} 版办理")]
    public async Task IsOn(int version)
    {
        await office.Look();
        office.Case.ServiceVersion.ShouldBe(version);
    }

    [Step("正在办的步骤是{string}")]
    public void IsAt(string step) => office.Case.WorkItems.Values.Where(item => item.IsOpen).Select(item => item.Name).ShouldBe([step]);
}
