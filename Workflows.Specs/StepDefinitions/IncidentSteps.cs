using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Commands that are sent twice, and incidents that an administrator resolves.</summary>
internal sealed class IncidentSteps(SealOffice office)
{
    [Step("印章系统连不上")]
    public void Away() => office.IsAway = true;

    [Step("窗口收到一件制证申请")]
    public Task Apply() => office.Apply();

    [Step("窗口收到一件面积 {decimal} 的制证申请")]
    public Task ApplyWithSize(decimal size) => office.Apply(size);

    [Step("窗口因为网络中断再次提交同一申请")]
    public Task ApplyAgain() => office.Apply();

    [Step("系统多次呼叫印章系统都没有成功")]
    public Task GiveUp() => office.CallUntilGivenUp();

    [Step("印章系统已盖章")]
    public Task Seal() => office.Sealed();

    [Step("管理员以{string}为由重试")]
    public async Task Retry(string reason)
    {
        office.IsAway = false;
        await office.Retry(reason);
        await office.Call();
    }

    [Step("管理员以{string}为由跳过")]
    public Task Skip(string reason) => office.Skip(reason);

    [Step("管理员补充面积 {decimal} 后以{string}为由重试")]
    public Task RetryWithSize(decimal size, string reason) =>
        office.Retry(reason, FeelContext.Empty.With("form", FeelContext.Empty.With("size", size)));

    [Step("管理员不写理由就重试")]
    public Task RetryWithoutReason() => office.Retry("");

    [Step("一共收到 {int} 件，两次的办件编号相同")]
    public async Task Received(int count)
    {
        office.Numbers.Count.ShouldBe(2);
        office.Numbers.Distinct().Count().ShouldBe(count);
        (await office.Journal()).Count(entry => entry.Command == "start-case").ShouldBe(count);
    }

    [Step("印章系统收到的呼叫都是同一个编号")]
    public void OneKey() => office.Calls.Distinct().ShouldHaveSingleItem();

    [Step("办件没有异常")]
    public async Task NoIncident() => (await office.Case()).Incidents.ShouldBeEmpty();

    [Step("办件已办结")]
    public async Task Completed() => (await office.Case()).Status.ShouldBe(CaseStatus.Completed);

    [Step("留痕的最后一步是管理员的{string}")]
    public async Task LastCommand(string command)
    {
        var last = (await office.Journal())[^1];
        (last.Command, last.Actor.Name).ShouldBe((command, "管理员"));
    }

    [Step("没有处理成，办件仍有异常")]
    public async Task Refused()
    {
        office.Refusal.ShouldBe(RejectionCode.ReasonRequired);
        (await office.Case()).Incidents.ShouldNotBeEmpty();
    }
}
