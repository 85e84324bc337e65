using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>What people tell each other of a case; whether it was allowed, the next sentence says.</summary>
internal sealed class CirculationSteps(Office office, People people, Handling handling, TimeLimits journal)
{
    [Step("{word}催办{string}")]
    public async Task Remind(string officer, string matter) => await office.Try(await people.Officer(officer), new RemindWorkItem(handling.Newest(matter), null));

    [Step("{word}抄送{word}")]
    public async Task Copy(string officer, string to) => await office.Try(await people.Officer(officer), new CopyCase([await people.Officer(to)], "请知悉"));

    [Step("{word}阅了抄送")]
    public async Task Read(string officer) => await office.Do(await people.Officer(officer), new MarkCopyRead());

    [Step("{word}留言{string}")]
    public async Task Comment(string officer, string text) => await office.Do(await people.Officer(officer), new CommentOnCase(text));

    [Step("{string}催办过")]
    public void Reminded(string matter) => office.Case.WorkItems[handling.Newest(matter)].RemindedAt.ShouldNotBeNull();

    [Step("{word}还没有阅")]
    public async Task Unread(string officer) => office.Case.Copies[(await people.Officer(officer)).AccountId].ReadAt.ShouldBeNull();

    [Step("{word}已阅")]
    public async Task HasRead(string officer) => office.Case.Copies[(await people.Officer(officer)).AccountId].ReadAt.ShouldNotBeNull();

    [Step("留痕里记着{word}说了{string}")]
    public async Task Said(string officer, string text)
    {
        var said = (await journal.Told<CommentMade>()).ShouldHaveSingleItem();
        (said.By.AccountId, said.Text).ShouldBe(((await people.Officer(officer)).AccountId, text));
    }

    [Step("没有办成，因为今天已经催办过")]
    public void RemindedToday() => office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.AlreadyReminded);
}
