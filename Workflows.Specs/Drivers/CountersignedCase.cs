using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Definitions;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Processes;
using Workflows.Specs.Storage;

namespace Workflows.Specs.Drivers;

/// <summary>A case whose one decision several departments countersign.</summary>
internal sealed class CountersignedCase(Office office, People people)
{
    /// <summary>By how a feature says it: what the definition says.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["全部同意才通过"] = """approval:countersign="all" """,
        ["依次签署"] = """isSequential="true" approval:countersign="all" """,
        ["一个部门签署即可"] = """approval:countersign="any" """,
        ["三票同意才通过"] = """approval:countersign="votes" approval:threshold="3" approval:weight="if department = &quot;market-regulation&quot; then 2 else 1" """,
    };

    public string Result => ((FeelContext)office.Case.Variables["sign"])["outcome"] is FeelString { Value: "agree" } ? "同意" : "不同意";

    /// <summary>The departments that are asked now, in order.</summary>
    public IEnumerable<string> AskedDepartments => office.Case.WorkItems.Values.Where(item => item is { ElementId: "sign", State: WorkItemState.Offered or WorkItemState.Claimed }).Select(item => item.Department);

    public async Task Start(string departments, string kind)
    {
        var codes = await Task.WhenAll(departments.Split('、').Select(people.Department));
        (await office.Engine()).Get<DefinitionStore>().Remember(SampleService.Published(edit: _ => Process(codes, Kinds[kind])));
        office.Take(await (await office.Engine()).Send("countersigned", People.Clerk, SampleService.Start));
    }

    public async Task Sign(string officer, string outcome) => await office.Try(await people.Officer(officer), new CompleteWorkItem(await ItemOf(officer), outcome is "同意" ? "agree" : "disagree", "依据审查情况"));

    public async Task Add(string officer, string signer, SignerPlace place) =>
        await office.Try(await people.Officer(officer), new AddSigner(await ItemOf(officer), await people.Officer(signer), place, "需要其意见"));

    public async Task Remove(string officer, string signer) =>
        await office.Try(await people.Officer(officer), new RemoveSigner(await ItemOf(officer), await ItemOf(signer), "已经书面答复"));

    public async Task Claim(string officer) => await office.Do(await people.Officer(officer), new ClaimWorkItem(await ItemOf(officer)));

    private async Task<int> ItemOf(string officer)
    {
        var actor = await people.Officer(officer);
        return office.Case.WorkItems.Values.Last(item => item.ElementId == "sign" && item.Department == actor.Department).Id;
    }

    private static string Process(IEnumerable<string> departments, string kind) => BpmnText.InDefinitions(
        $"""
        <process id="main" isExecutable="true">
          <startEvent id="received"/>
          <sequenceFlow id="f1" sourceRef="received" targetRef="sign"/>
          <userTask id="sign" name="会签" approval:department="= department" approval:role="officer">
            <extensionElements>
              <approval:outcome code="agree" name="同意"/>
              <approval:outcome code="disagree" name="不同意" requiresOpinion="true"/>
              <approval:operation name="add-signer"/>
              <approval:operation name="remove-signer"/>
            </extensionElements>
            <multiInstanceLoopCharacteristics {kind} approval:item="department"
              approval:collection="[{string.Join(", ", departments.Select(code => $"&quot;{code}&quot;"))}]"/>
          </userTask>
          <sequenceFlow id="f2" sourceRef="sign" targetRef="tell"/>
          <userTask id="tell" name="告知" approval:department="service-centre" approval:role="window-clerk"/>
          <sequenceFlow id="f3" sourceRef="tell" targetRef="ended"/>
          <endEvent id="ended"/>
        </process>
        """);
}
