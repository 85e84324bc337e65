using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Sending back, and what was shown before.</summary>
internal sealed class ReturnSteps(People people, Returns returns)
{
    [Step("{word}于 {date} 把{string}退回到{string}，理由是{string}")]
    public async Task SendBack(string officer, DateOnly on, string matter, string step, string reason) =>
        await returns.SendBack(await people.Officer(officer), on, matter, step, SendBackReturn.Again, reason);

    [Step("{word}于 {date} 把{string}退回到{string}并要求直接返回，理由是{string}")]
    public async Task SendStraightBack(string officer, DateOnly on, string matter, string step, string reason) =>
        await returns.SendBack(await people.Officer(officer), on, matter, step, SendBackReturn.Straight, reason);

    [Step("{word}想在 {date} 把{string}退回到{string}，理由是{string}")]
    public async Task TrySendBack(string officer, DateOnly on, string matter, string step, string reason) =>
        await returns.TrySendBack(await people.Officer(officer), on, matter, step, reason);

    [Step("{word}想把{string}退回到{string}，先看影响")]
    public async Task Preview(string officer, string matter, string step) => await returns.Preview(await people.Officer(officer), matter, step);

    [Step("{word}按先前看到的影响退回")]
    public async Task Confirm(string officer) => await returns.Confirm(await people.Officer(officer));

    [Step("要重新办理的环节是{string}")]
    public void StepsToDoAgain(string steps) => returns.StepsToDoAgain.ShouldBe(steps.Split('、'));

    [Step("不受影响的待办有{string}")]
    public void Untouched(string step) => returns.Untouched.ShouldContain(step);

    [Step("{string}的{string}等待返回")]
    public void Waits(string matter, string step) => returns.IsWaiting(matter, step).ShouldBeTrue();

    [Step("{string}的时限从 {date} 起算")]
    public void CountedFrom(string matter, DateOnly day)
    {
        returns.LimitsOf(matter).ShouldNotBeEmpty();
        returns.LimitsOf(matter).ShouldAllBe(clock => clock.StartedOn == day);
    }
}
