using Shouldly;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Electronic supervision: what was found, and what the department and the supervisors do about it.</summary>
internal sealed class SupervisionSteps(Watch watch, People people)
{
    private static readonly Dictionary<string, AlertState> States = new()
    {
        ["待答复"] = AlertState.Issued,
        ["已办结"] = AlertState.Closed,
        ["已撤销"] = AlertState.Withdrawn,
        ["已上报督办"] = AlertState.Escalated,
    };

    [Step("没有发出{string}")]
    public async Task NotIssued(string alert) => (await watch.Issued(alert)).ShouldBeEmpty();

    [Step("发出{string}{word}，责任部门是{word}")]
    public async Task Issued(string alert, string card, string department)
    {
        var issued = await watch.Only(alert);

        issued.Level.ShouldBe(Watch.Level(card));
        issued.Department.ShouldBe(await people.Department(department));
    }

    [Step("{string}须在 {date} 前答复")]
    public async Task ReplyDue(string alert, DateOnly day) => (await watch.Only(alert)).ReplyDueOn.ShouldBe(day);

    [Step("{string}一共发出 {int} 张")]
    public async Task IssuedTimes(string alert, int times)
    {
        await watch.Patrol();
        (await watch.Issued(alert)).Count.ShouldBe(times);
    }

    [Step("{word}于 {date} 答复{string}")]
    public Task Answer(string department, DateOnly on, string alert) => watch.Department(department, on, alert, text => new AnswerAlert(text));

    [Step("{word}于 {date} 想答复{string}")]
    public Task TryToAnswer(string department, DateOnly on, string alert) => watch.IsRefused(department, on, alert);

    [Step("{word}于 {date} 申诉{string}")]
    public Task Appeal(string department, DateOnly on, string alert) => watch.Department(department, on, alert, text => new AppealAlert(text));

    [Step("监察人员于 {date} 认为{string}的申诉成立")]
    public Task Withdraw(DateOnly on, string alert) => watch.Supervise(on, alert, new DecideAppeal(AppealRuling.Withdraw, "经核查，申诉成立"));

    [Step("监察人员于 {date} 办结{string}")]
    public Task Close(DateOnly on, string alert) => watch.Supervise(on, alert, new CloseAlert());

    [Step("督办单{string}的状态是{string}")]
    public async Task StateIs(string alert, string state)
    {
        await watch.Patrol();
        (await watch.Only(alert)).State.ShouldBe(States[state]);
    }

    [Step("{string}没有扣{word}三月的分")]
    public async Task NoPoints(string alert, string department) => (await watch.PointsTaken(department, 3, alert)).ShouldBe(0);

    [Step("{string}扣{word}三月的分 {int} 分")]
    public async Task Points(string alert, string department, int points) => (await watch.PointsTaken(department, 3, alert)).ShouldBe(points);
}
