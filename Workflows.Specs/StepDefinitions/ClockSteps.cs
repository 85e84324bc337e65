using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>What the clocks of a matter say on the scenario's present day.</summary>
internal sealed class ClockSteps(Office office, Handling handling)
{
    [Step("{string}的{word}时限到 {date} 为止")]
    public void IsDue(string matter, string kind, DateOnly on) => Read(matter, kind).DueOn.ShouldBe(on);

    [Step("{string}的{word}时限停止计时")]
    public void IsStopped(string matter, string kind) => Read(matter, kind).Status.ShouldBe(ClockStatus.Stopped);

    [Step("{string}的{word}时限已于 {date} 到期")]
    public void HasExpired(string matter, string kind, DateOnly on)
    {
        Clock(matter, kind).ExpiredOn.ShouldBe(on);
        Read(matter, kind).Status.ShouldBe(ClockStatus.Overdue);
    }

    [Step("{string}的{word}时限没有到期")]
    public void HasNotExpired(string matter, string kind) => Clock(matter, kind).ExpiredOn.ShouldBeNull();

    [Step("{string}自 {date} 起受理")]
    public void IsAccepted(string matter, DateOnly on)
    {
        handling.Matter(matter).AcceptedOn.ShouldBe(on);
        handling.Matter(matter).AcceptedBySilence.ShouldBeFalse();
    }

    [Step("{string}自 {date} 起受理，因为逾期没有告知")]
    public void IsAcceptedBySilence(string matter, DateOnly on)
    {
        handling.Matter(matter).AcceptedOn.ShouldBe(on);
        handling.Matter(matter).AcceptedBySilence.ShouldBeTrue();
    }

    [Step("{string}还没有受理")]
    public void IsNotAccepted(string matter) => handling.Matter(matter).AcceptedOn.ShouldBeNull();

    [Step("停止计时的依据是{string}")]
    public void HasBasis(string basis) => Stop.Basis.ShouldBe(basis);

    [Step("停止计时的理由是{string}")]
    public void HasReason(string reason) => Stop.Reason.ShouldBe(reason);

    [Step("补正通知书的编号是办件编号加{string}")]
    public void HasNoticeNumber(string suffix) => Stop.Document.ShouldBe(office.Case.Number + suffix);

    private ClockStop Stop => office.Case.Clocks.Values.SelectMany(clock => clock.Stops).First();

    private ClockReading Read(string matter, string kind) => ClockReading.Of(Clock(matter, kind), LibraryFolder.China, office.Today);

    private Clock Clock(string matter, string kind) => Clocks(matter).Single(clock => clock.Limit.Kind == kind switch
    {
        "受理" => ClockKind.Acceptance,
        "承诺" => ClockKind.Promise,
        "法定" => ClockKind.Statutory,
        _ => throw new ArgumentException($"Expected 受理, 承诺 or 法定, but found '{kind}'."),
    });

    private IEnumerable<Clock> Clocks(string matter)
    {
        var code = handling.Matter(matter).Code;
        return office.Case.Clocks.Values.Where(clock => clock.Matter == code);
    }
}
