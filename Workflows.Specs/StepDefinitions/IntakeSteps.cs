using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

internal sealed class IntakeSteps(Draft draft, Office office, People people, Handling handling)
{
    [Step("一份完整的开办餐饮店申请")]
    public void Complete()
    {
        // An application is complete until a step changes it.
    }

    [Step("没有提交{string}")]
    public Task LeaveOut(string material) => draft.LeaveOut(material);

    [Step("申请的服务改为{string}")]
    public void ApplyFor(string service) => draft.ApplyFor(service);

    [Step("窗口于 {date} 收件")]
    public Task Submit(DateOnly on) => draft.Submit(on);

    [Step("{decimal} 平方米的餐饮店申请于 {date} 收件")]
    public Task Received(decimal squareMetres, DateOnly on)
    {
        draft.Answer("floorArea", squareMetres);
        return draft.Submit(on);
    }

    [Step("{decimal} 平方米、设置招牌的餐饮店申请于 {date} 收件")]
    public Task ReceivedWithSign(decimal squareMetres, DateOnly on)
    {
        draft.Answer("outdoorSign", true);
        return Received(squareMetres, on);
    }

    [Step("营业执照当天核验有效")]
    public async Task Valid() => await Check("市场监管", office.Today, "有效");

    [Step("{word}于 {date} 核验营业执照，结果是{string}")]
    public async Task Check(string department, DateOnly on, string outcome) =>
        await handling.Complete(await people.Officer(department), on, "营业执照信息核验", "核验", outcome, "查询登记信息");
}
