using Workflows.Definitions.Clocks;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Specs.Support;

namespace Workflows.Specs.Cases;

/// <summary>A case of a service with one matter: acceptance, review, decision, certificate, one after the other.</summary>
internal sealed class OneMatterCase
{
    public static readonly Actor Officer = new("li", "李科员", "market", [Role.Officer]);
    public static readonly Actor Colleague = new("wang", "王科员", "market", [Role.Officer]);
    public static readonly Actor Head = new("zhao", "赵科长", "market", [Role.DepartmentHead]);
    public static readonly Actor Stranger = new("sun", "孙科员", "fire", [Role.Officer]);
    public static readonly Actor Clerk = new("qian", "钱窗口", "centre", [Role.WindowClerk]);

    private const string Bpmn = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approval="urn:workflows:approval:1" id="d" targetNamespace="t">
          <bpmn:process id="service" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="licence" />
            <bpmn:callActivity id="licence" calledElement="approval" approval:matter="licence" />
            <bpmn:sequenceFlow id="f2" sourceRef="licence" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
          <bpmn:process id="approval" isExecutable="true">
            <bpmn:startEvent id="begin" />
            <bpmn:sequenceFlow id="g1" sourceRef="begin" targetRef="accept" />
            <bpmn:userTask id="accept" name="受理" approval:department="market" approval:role="officer" approval:step="acceptance">
              <bpmn:extensionElements>
                <approval:outcome code="accept" name="受理" matterState="acceptedAtWindow" />
                <approval:timeLimit amount="5" unit="workingDays" kind="acceptance" />
                <approval:operation name="correct" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="g2" sourceRef="accept" targetRef="review" />
            <bpmn:userTask id="review" name="审查" approval:department="market" approval:role="officer" approval:step="review">
              <bpmn:extensionElements>
                <approval:outcome code="pass" name="通过" />
                <approval:operation name="correct" />
                <approval:operation name="send-back" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="g3" sourceRef="review" targetRef="decide" />
            <bpmn:userTask id="decide" name="决定" approval:department="market" approval:role="department-head" approval:step="decision">
              <bpmn:extensionElements>
                <approval:outcome code="approve" name="准予许可" matterState="completedApproved" />
                <approval:outcome code="reject" name="不予许可" requiresOpinion="true" matterState="completedRefused" />
                <approval:operation name="send-back" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="g4" sourceRef="decide" targetRef="certify" />
            <bpmn:userTask id="certify" name="制证" approval:department="market" approval:role="officer" approval:step="certificate">
              <bpmn:extensionElements>
                <approval:operation name="send-back" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="g5" sourceRef="certify" targetRef="done" />
            <bpmn:endEvent id="done" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly List<CaseEvent> events = [];
    private int commands;

    /// <param name="clocks">The ladders of its clocks; none where nothing is said.</param>
    /// <param name="rules">What its matter says of stops, extensions and silence; nothing where nothing is said.</param>
    public OneMatterCase(string receivedOn = "2026-02-13", ClockRules? clocks = null, Func<MatterDefinition, MatterDefinition>? rules = null)
    {
        Definitions = Define(clocks, rules ?? (matter => matter));
        Accept(receivedOn, Clerk, new StartCase(
            "20260213-0001",
            "service",
            1,
            new Applicant(ApplicantKind.Person, "张三", "11010519491231002X", "13800000000"),
            FeelContext.Empty,
            FeelContext.Empty,
            [],
            "window"));
    }

    public DefinitionSet Definitions { get; }

    public Case State { get; private set; } = null!;

    public IReadOnlyList<CaseEvent> Events => events;

    public int OpenItem(string elementId) => State.WorkItems.Values.Single(item => item.ElementId == elementId && item.IsOpen).Id;

    public Decision Send(string on, Actor actor, CaseCommand command)
    {
        var at = Days.At(on, 10);
        var decision = CaseDecider.Decide(new CommandEnvelope($"command-{++commands}", "case", actor, at, at, command), State, Definitions);
        if (decision is Accepted accepted)
        {
            events.AddRange(accepted.Events);
            State = accepted.Case;
        }

        return decision;
    }

    public Accepted Accept(string on, Actor actor, CaseCommand command) => Send(on, actor, command) switch
    {
        Accepted accepted => accepted,
        var refused => throw new InvalidOperationException($"Expected {command.GetType().Name} to be accepted, but got {refused}."),
    };

    public Rejected Refuse(string on, Actor actor, CaseCommand command)
    {
        var before = State;

        return Send(on, actor, command) is Rejected rejected && ReferenceEquals(before, State)
            ? rejected
            : throw new InvalidOperationException($"Expected {command.GetType().Name} to be refused, but it was accepted.");
    }

    public void Complete(string on, Actor actor, string elementId, string outcome, string? opinion = null) =>
        Accept(on, actor, new CompleteWorkItem(OpenItem(elementId), outcome, opinion));

    private static DefinitionSet Define(ClockRules? clocks, Func<MatterDefinition, MatterDefinition> rules)
    {
        var matter = new MatterDefinition
        {
            Code = "licence",
            Name = "食品经营许可",
            Department = "market",
            Kind = MatterKind.Promised,
            Statutory = new TimeLimit(20, TimeUnit.WorkingDays, ClockKind.Statutory),
            Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
            Results = [new ResultDocument("food-licence", "食品经营许可证", "JY{yyyy}{0000}", 5)],
            Version = 1,
            EffectiveOn = new DateOnly(2026, 1, 1),
        };
        var service = new ServiceDefinition
        {
            Code = "service",
            Name = "服务",
            LeadDepartment = "market",
            Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
            Matters = [new ServiceMatter(rules(matter), null)],
            Materials = new Dictionary<string, Material> { ["licence-copy"] = new("licence-copy", "许可证副本", "电子", ["pdf"], null) { Licence = "food-licence" } },
            Questions = [],
            Form = new FormDefinition([]),
            Process = ProcessModelReader.Read(Bpmn, "process.bpmn"),
            Guidance = string.Empty,
            Version = 1,
            EffectiveOn = new DateOnly(2026, 1, 1),
        };

        return DefinitionSetBuilder.Build(
            service,
            [],
            LibraryFolder.China,
            (_, _, _) => new FeelResult(FeelValue.Null, []),
            _ => FeelContext.Empty.With("matters", new FeelList(["licence"])),
            clocks);
    }
}
