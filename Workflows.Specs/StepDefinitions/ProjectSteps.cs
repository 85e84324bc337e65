using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Projects;
using Workflows.Engine.Projects.Exchange;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Construction projects: registered, taken through their stages, counted and exported.</summary>
internal sealed class ProjectSteps(ConstructionProject project)
{
    [Step("房屋建筑项目于 {date} 登记")]
    public async Task Registered(DateOnly on)
    {
        await project.Register(on, landWithDesign: false);
        project.Refusal.ShouldBeNull();
    }

    [Step("土地带设计方案的房屋建筑项目于 {date} 登记")]
    public async Task RegisteredWithDesign(DateOnly on)
    {
        await project.Register(on, landWithDesign: true);
        project.Refusal.ShouldBeNull();
    }

    [Step("政府投资的房屋建筑项目于 {date} 登记")]
    public async Task RegisteredForGovernment(DateOnly on)
    {
        await project.Register(on, landWithDesign: false, investment: InvestmentSource.Government);
        project.Refusal.ShouldBeNull();
    }

    // The driver answers "social" where nothing else is said.
    [Step("{string}阶段作为社会投资项目于 {date} 申报")]
    public Task OpenAsSocial(string stage, DateOnly on) => project.Open(stage, on);

    [Step("以项目代码{string}登记")]
    public Task RegisteredAs(string code) => project.Register(new DateOnly(2026, 3, 2), landWithDesign: false, code);

    [Step("{string}阶段于 {date} 申报")]
    public Task Open(string stage, DateOnly on) => project.Open(stage, on);

    [Step("{string}阶段于 {date} 申报，同时办理{string}")]
    public Task OpenWith(string stage, DateOnly on, string yes) => project.Open(stage, on, yes.Split('、'));

    [Step("{string}阶段办完")]
    public async Task Worked(string stage)
    {
        project.Refusal.ShouldBeNull();
        await project.Work(stage);
    }

    [Step("{string}实行超时默认，由市政府决定")]
    public Task SilentConsent(string matter) => project.OrderSilentConsent(matter, "泰政办发〔2022〕58号");

    [Step("{string}的专家评审从 {date} 到 {date}")]
    public void ExpertReview(string matter, DateOnly from, DateOnly until) => project.Review(matter, "review", from, until);

    [Step("消防于征求{string}的意见时答复不同意，牵头部门协调一致")]
    public void Disagrees(string matter)
    {
        project.Answer(matter, "consult_fire", "disagree", "北侧消防车道净宽 3.5 米，不足 4 米");
        project.Answer(matter, "coordinate", "settled", "北侧消防车道加宽到 4.5 米，消防同意");
    }

    [Step("结构专业于 {date} 退回施工图修改，建设单位于 {date} 交回")]
    public void Corrects(DateOnly on, DateOnly answeredOn) =>
        project.Correct("drawing-review", "structure", "construction-drawings", "各专业图纸齐全，有设计单位签章", on, answeredOn);

    [Step("{string}受理以后没有人办理")]
    public void Silent(string matter) => project.KeepSilent(matter, "review");

    [Step("把{string}加入{string}阶段")]
    public Task Add(string matter, string stage) => project.Send(new AddMatter(stage, matter));

    [Step("项目没有准许，因为{string}")]
    public void Refused(string code) => project.Refusal.ShouldNotBeNull().Code.ShouldBe(Enum.Parse<RejectionCode>(code));

    [Step("阶段{string}{word}")]
    public async Task Is(string stage, string state) => (await project.View()).Stages.Single(known => known.Code == stage).State.ShouldBe(state switch
    {
        "还不能申报" => StageState.NotReady,
        "可以申报" => StageState.Ready,
        "正在办理" => StageState.Running,
        _ => StageState.Closed,
    });

    [Step("{string}阶段于 {date} 办结，用了 {int} 个工作日")]
    public async Task Ended(string stage, DateOnly on, int days)
    {
        var view = (await project.View()).Stages.Single(known => known.Code == stage);
        (view.EndedOn, view.Used).ShouldBe((on, days));
    }

    [Step("项目共 {int} 个事项，全部批准，其中{string}是超时默认")]
    public async Task Matters(int count, string silent)
    {
        var matters = (await project.View()).Matters;
        matters.Count.ShouldBe(count);
        matters.ShouldAllBe(matter => matter.State == MatterState.CompletedApproved);
        matters.Where(matter => matter.BySilence).ShouldHaveSingleItem().Code.ShouldBe(silent);
    }

    [Step("总时限 {int} 个工作日，用了 {int} 个，还有 {int} 个")]
    public async Task Total(int limit, int used, int left)
    {
        var clock = (await project.View()).Clock;
        (clock.Limit.Amount, clock.Used, clock.Left).ShouldBe((limit, used, left));
    }

    [Step("政府 {int} 个工作日，政府委托的中介 {int} 个，公用企业 {int} 个，建设单位 {int} 个")]
    public async Task ByOwner(int government, int intermediary, int utility, int applicant)
    {
        var owners = (await project.View()).Clock.ByOwner;
        (owners[TimeOwner.Government], owners[TimeOwner.GovernmentIntermediary], owners[TimeOwner.Utility], owners[TimeOwner.Applicant])
            .ShouldBe((government, intermediary, utility, applicant));
    }

    [Step("{string}阶段复用了{string}的{string}")]
    public async Task Reused(string stage, string from, string material)
    {
        var reused = (await project.View()).Reused.Where(reused => reused.Stage == stage && reused.Material.Material == material).ShouldHaveSingleItem();
        reused.Material.Stage.ShouldBe(from);
        reused.Material.CaseNumber.ShouldNotBeEmpty();
        reused.IsExpired.ShouldBeFalse();
    }

    [Step("上报表的每一行都有效，有 {int} 条特别程序和 {int} 条征求意见")]
    public async Task Exported(int procedures, int consults)
    {
        var rows = await project.Rows();
        rows.SelectMany(row => row.Faults).ShouldBeEmpty();
        rows.Count(row => row.Table == ExchangeTable.SpecialProcedure.Code).ShouldBe(procedures);
        rows.Count(row => row.Table == ExchangeTable.Consult.Code).ShouldBe(consults);
    }
}
