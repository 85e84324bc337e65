using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Who gives work to whom.</summary>
internal sealed class EntrustingSteps(Office office, People people, Handling handling)
{
    [Step("{word}于 {date} 把{string}转办给{word}，理由是{string}")]
    public async Task Assign(string from, DateOnly on, string matter, string to, string reason)
    {
        await office.MoveTo(on);
        await office.Do(await people.Officer(from), new AssignWorkItem(handling.Newest(matter), await people.Officer(to), reason));
    }

    [Step("{word}想在 {date} 把{string}转办给{word}，理由是{string}")]
    public async Task TryAssign(string from, DateOnly on, string matter, string to, string reason)
    {
        await office.MoveTo(on);
        await office.Try(await people.Officer(from), new AssignWorkItem(handling.Newest(matter), await people.Officer(to), reason));
    }

    [Step("{word}于 {date} 把{string}委托给{word}，理由是{string}")]
    public async Task Delegate(string from, DateOnly on, string matter, string to, string reason)
    {
        await office.MoveTo(on);
        await office.Do(await people.Officer(from), new DelegateWorkItem(handling.Newest(matter), await people.Officer(to), reason));
    }

    [Step("{word}交回{string}")]
    public async Task HandBack(string officer, string matter) => await office.Do(await people.Officer(officer), new HandBackWorkItem(handling.Newest(matter)));

    [Step("{word}申请回避，理由是{string}")]
    public async Task Exclude(string officer, string reason)
    {
        var who = await people.Officer(officer);
        await office.Do(who, new ExcludeOfficer(who, reason));
    }

    [Step("没有办成，因为{word}委托{word}办理")]
    public void Delegated(string owner, string holder)
    {
        office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.Delegated);
        office.Refusal.Arguments.Skip(1).ShouldBe([owner, holder]);
    }

    [Step("没有办成，因为{word}已经回避")]
    public void Excluded(string officer)
    {
        office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.Excluded);
        office.Refusal.Arguments.ShouldBe([officer]);
    }
}
