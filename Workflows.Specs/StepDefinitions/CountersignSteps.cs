using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Who signs together, and who is asked or spared meanwhile; whether it was allowed, the next sentence says.</summary>
internal sealed class CountersignSteps(Office office, People people, CountersignedCase signing)
{
    [Step("由{word}会签，{word}")]
    public Task Start(string departments, string kind) => signing.Start(departments, kind);

    [Step("{word}签署{string}")]
    public Task Sign(string officer, string outcome) => signing.Sign(officer, outcome);

    [Step("{word}打开会签")]
    public Task Claim(string officer) => signing.Claim(officer);

    [Step("{word}请{word}先签")]
    public Task AddBefore(string officer, string signer) => signing.Add(officer, signer, SignerPlace.Before);

    [Step("{word}请{word}后签")]
    public Task AddAfter(string officer, string signer) => signing.Add(officer, signer, SignerPlace.After);

    [Step("{word}减去{word}的会签")]
    public Task Remove(string officer, string signer) => signing.Remove(officer, signer);

    [Step("会签的结果是{string}")]
    public void Result(string outcome)
    {
        office.Refusal?.Message.ShouldBeNull();
        signing.Result.ShouldBe(outcome);
        signing.AskedDepartments.ShouldBeEmpty();
    }

    [Step("等待{word}签署")]
    public async Task Asked(string departments)
    {
        office.Refusal?.Message.ShouldBeNull();
        signing.AskedDepartments.ShouldBe(await Task.WhenAll(departments.Split('、').Select(people.Department)), ignoreOrder: true);
    }

    [Step("没有办成，因为已经是会签人")]
    public void SignsAlready() => office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.AlreadySigner);

    [Step("没有办成，因为至少要有一名会签人")]
    public void LastSigner() => office.Refusal.ShouldNotBeNull().Code.ShouldBe(RejectionCode.LastSigner);
}
