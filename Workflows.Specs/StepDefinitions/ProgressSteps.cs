using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>How far the case is: who has what to do, and what has become of each matter.</summary>
internal sealed class ProgressSteps(Office office, Handling handling)
{
    [Step("{word}有{string}待办")]
    public async Task Waits(string departments, string step)
    {
        foreach (var department in departments.Split('、'))
        {
            (await handling.Inbox(department)).ShouldBe([step], department);
        }
    }

    [Step("{word}没有待办")]
    public async Task NothingWaits(string departments)
    {
        foreach (var department in departments.Split('、'))
        {
            (await handling.Inbox(department)).ShouldBeEmpty(department);
        }
    }

    [Step("{string}的状态是{string}")]
    public void HasState(string matter, string words) => handling.Matter(matter).State.ShouldBe(words switch
    {
        "办结（通过）" => MatterState.CompletedApproved,
        "办结（不通过）" => MatterState.CompletedRefused,
        _ => throw new ArgumentException($"Expected the words of a state, but found '{words}'."),
    });

    [Step("{string}还在办理")]
    public void GoesOn(string matter) => handling.Matter(matter).HasEnded.ShouldBeFalse();

    [Step("窗口可以送达以下证照")]
    public void CanBeDelivered(StepTable names) =>
        office.Case.Matters.Values.SelectMany(matter => matter.Results).Select(result => result.Name).ShouldBe(names.List(), ignoreOrder: true);

    [Step("办件于 {date} 办结")]
    public void Ended(DateOnly on)
    {
        office.Case.Status.ShouldBe(CaseStatus.Completed);
        DateOnly.FromDateTime(office.Case.EndedAt!.Value.ToOffset(TimeSpan.FromHours(8)).DateTime).ShouldBe(on);
    }

    [Step("没有时钟在走")]
    public void NoClockRuns() => office.Case.Clocks.Values.ShouldAllBe(clock => !clock.IsRunning);
}
