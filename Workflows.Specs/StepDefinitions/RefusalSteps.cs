using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Why something could not be done.</summary>
internal sealed class RefusalSteps(Office office)
{
    [Step("没有办成，因为{word}已经办了，结果是{string}")]
    public void DoneAlready(string officer, string outcome)
    {
        Refused(RejectionCode.AlreadyCompleted);
        office.Refusal!.Arguments.Skip(1).ShouldBe([officer, outcome]);
    }

    [Step("没有办成，因为{word}正在办")]
    public void Held(string officer)
    {
        Refused(RejectionCode.HeldByAnother);
        office.Refusal!.Arguments[^1].ShouldBe(officer);
    }

    [Step("没有办成，因为没有这件待办")]
    public void NotFound() => Refused(RejectionCode.NotFound);

    [Step("没有办成，因为岗位不对")]
    public void NotEntitled() => Refused(RejectionCode.NotEntitled);

    [Step("没有办成，因为没有写理由")]
    public void NoReason() => Refused(RejectionCode.OpinionRequired);

    [Step("没有办成，因为等待补正")]
    public void AwaitsCorrection() => Refused(RejectionCode.InvalidState);

    [Step("没有收件，因为没有这项服务")]
    public void UnknownService() => Refused(RejectionCode.UnknownService);

    private void Refused(RejectionCode code) => office.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
}
