using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Taking back, withdrawing and ending before a decision.</summary>
internal sealed class EndingSteps(Office office, People people, Handling handling)
{
    private const string Basis = "办理规程";

    [Step("{word}于 {date} 撤回对{string}的{string}")]
    public async Task Recall(string officer, DateOnly on, string matter, string step)
    {
        await office.MoveTo(on);
        await office.Do(await people.Officer(officer), new RecallWorkItem(handling.Newest(matter, step), "漏写意见"));
    }

    [Step("{word}想在 {date} 撤回对{string}的{string}")]
    public async Task TryRecall(string officer, DateOnly on, string matter, string step)
    {
        await office.MoveTo(on);
        await office.Try(await people.Officer(officer), new RecallWorkItem(handling.Newest(matter, step), "漏写意见"));
    }

    [Step("申请人于 {date} 撤件，理由是{string}")]
    public async Task Withdraw(DateOnly on, string reason)
    {
        await office.MoveTo(on);
        await office.Do(Actor.Applicant, new WithdrawApplication(reason));
    }

    [Step("申请人于 {date} 撤回事项{string}，理由是{string}")]
    public async Task WithdrawMatter(DateOnly on, string matter, string reason)
    {
        await office.MoveTo(on);
        await office.Do(Actor.Applicant, new WithdrawApplication(reason, handling.Matter(matter).Code));
    }

    [Step("申请人想在 {date} 撤件，理由是{string}")]
    public async Task TryWithdraw(DateOnly on, string reason)
    {
        await office.MoveTo(on);
        await office.Try(Actor.Applicant, new WithdrawApplication(reason));
    }

    [Step("{word}负责人于 {date} 终止办理，文号是{string}，理由是{string}")]
    public async Task Terminate(string department, DateOnly on, string document, string reason)
    {
        await office.MoveTo(on);
        await office.Do(await people.Head(department), new TerminateCase(Basis, document, reason));
    }

    [Step("{word}负责人想在 {date} 终止办理，文号是{string}，理由是{string}")]
    public async Task TryTerminate(string department, DateOnly on, string document, string reason)
    {
        await office.MoveTo(on);
        await office.Try(await people.Head(department), new TerminateCase(Basis, document, reason));
    }

    [Step("没有办成，因为{string}已经作出决定")]
    public void Decided(string matter)
    {
        office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.MatterDecided);
        office.Refusal.Arguments[^1].ShouldBe(matter);
    }
}
