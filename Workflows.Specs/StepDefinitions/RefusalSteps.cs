using Shouldly;
using Workflows.Definitions.Identification;
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

    [Step("没有办成，因为首次补正没有提到")]
    public void NotToldAtOnce() => Refused(RejectionCode.NotToldAtOnce);

    [Step("没有办成，因为正在中止")]
    public void Suspended() => Refused(RejectionCode.Suspended);

    [Step("没有办成，因为没有经过这个环节")]
    public void NotPassed() => Refused(RejectionCode.StepNotPassed);

    [Step("没有办成，因为流程不允许")]
    public void NotAllowed() => Refused(RejectionCode.OperationNotAllowed);

    [Step("没有办成，因为这件待办已经办了")]
    public void Completed() => Refused(RejectionCode.AlreadyCompleted);

    [Step("没有收件，因为{string}{word}")]
    public async Task WrongField(string label, string reason)
    {
        var field = (await office.Published()).Definitions.Service.Form.Fields.Single(field => field.Label == label);
        var fault = Fault($"form.{field.Name}");
        fault.Code.ShouldBe(reason switch
        {
            "没有填写" => "required",
            "不是电话号码" => "wrong-phone",
            "校验码不对" or "字符不对" => "wrong-identity",
            "太小" => "too-small",
            "不是数字" => "wrong-type",
            "不是日期" => "wrong-date",
            "不在选项之内" => "not-an-option",
            _ => throw new ArgumentException($"Expected a known reason, but found '{reason}'."),
        });
        if (fault.Code == "wrong-identity")
        {
            fault.Arguments[0].ShouldBe(reason == "校验码不对" ? nameof(IdentityFaultCode.WrongCheckCharacter) : nameof(IdentityFaultCode.WrongCharacter));
        }
    }

    [Step("没有收件，因为缺少材料{string}")]
    public async Task MissingMaterial(string name)
    {
        var material = (await office.Published()).Library.Materials.Values.Single(material => material.Name == name);
        Fault($"materials.{material.Code}").Code.ShouldBe("required");
    }

    [Step("没有收件，因为没有这项服务")]
    public void UnknownService() => Refused(RejectionCode.UnknownService);

    /// <summary>The one fault of the application: no other field is blamed.</summary>
    private ApplicationFault Fault(string target)
    {
        Refused(RejectionCode.InvalidApplication);
        var fault = office.Refusal!.Faults.ShouldHaveSingleItem();
        fault.Target.ShouldBe(target);
        return fault;
    }

    private void Refused(RejectionCode code) => office.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
}
