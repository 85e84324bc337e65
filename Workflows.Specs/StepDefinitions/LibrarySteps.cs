using Shouldly;
using Workflows.Definitions.Materials;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>What the services of the library do in their own way.</summary>
internal sealed class LibrarySteps(LibraryExample example, Office office, People people, Handling handling)
{
    [Step("{string}的示例申请{string}于 {date} 收件")]
    public async Task Received(string service, string name, DateOnly on)
    {
        await example.Submit(service, name, on);
        office.Refusal?.Message.ShouldBeNull();
    }

    [Step("{string}的示例申请{string}于 {date} 提交")]
    public Task Submitted(string service, string name, DateOnly on) => example.Submit(service, name, on);

    [Step("{word}于 {date} 对{string}作出{string}，结果是{string}")]
    public async Task Complete(string department, DateOnly on, string matter, string step, string outcome) =>
        await handling.Complete(await people.Officer(department), on, matter, step, outcome, "依据审查情况");

    [Step("{word}负责人于 {date} 决定{string}，结果是{string}")]
    public async Task Decide(string department, DateOnly on, string matter, string outcome) =>
        await handling.Complete(await people.Head(department), on, matter, "决定", outcome, "依据审查情况");

    [Step("{string}的材料{string}由{string}签发，不用交")]
    public async Task Issued(string matter, string material, string issuer)
    {
        var needed = await Needed(matter, material);

        needed.IssuedBy.ShouldBe(handling.Matter(issuer).Code);
        office.Case.Materials.Keys.ShouldNotContain(needed.Material.Code);
    }

    [Step("{string}的材料{string}已经签发，编号是{string}")]
    public async Task Number(string matter, string material, string number)
    {
        var needed = await Needed(matter, material);

        office.Case.Matters[needed.IssuedBy!].Results.Single(result => result.Code == needed.Material.Licence).Number.ShouldBe(number);
    }

    [Step("没有收件，因为不在申请时间内")]
    public void NotOpen()
    {
        var refusal = office.Refusal.ShouldNotBeNull();

        refusal.Faults.Select(fault => (fault.Target, fault.Code)).ShouldBe([("service", "not-open")]);
    }

    private async Task<NeededMaterial> Needed(string matter, string material)
    {
        var service = (await office.Published()).Definitions.Service;
        var code = handling.Matter(matter).Code;

        return MaterialSet.Of(service, office.Case.Variables)
            .Single(needed => needed.Material.Name == material && needed.Needs.Any(need => need.Matter == code));
    }
}
