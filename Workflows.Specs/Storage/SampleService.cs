using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Specs.Processes;
using Workflows.Specs.Support;

namespace Workflows.Specs.Storage;

/// <summary>A small service for specs of the store: the window accepts, then two departments decide side by side.</summary>
internal static class SampleService
{
    public const string Code = "open-shop";

    public static readonly Applicant Applicant = new(ApplicantKind.Enterprise, "常州某某餐饮有限公司", "91110000802100433B", "13800000000");

    public static readonly Actor Clerk = new("clerk", "王综窗", "service-centre", [Role.WindowClerk]);

    public static readonly Actor FoodOfficer = new("food-officer", "李食药", "market-regulation", [Role.Officer]);

    public static readonly Actor FireOfficer = new("fire-officer", "赵消防", "fire-rescue", [Role.Officer]);

    public static StartCase Start { get; } = new("", Code, 1, Applicant, FeelContext.Empty, FeelContext.Empty.With("area", 120.5m), [], "window");

    /// <param name="edit">What is different in the main process of this version.</param>
    public static PublishedService Published(int version = 1, Func<string, string>? edit = null) => new(Build(version, edit?.Invoke(Main) ?? Main), new Workflows.Definitions.Libraries.Library { Calendars = new CalendarSet([LibraryFolder.China]) });

    private static DefinitionSet Build(int version, string main) => DefinitionSetBuilder.Build(
        new ServiceDefinition
        {
            Code = Code,
            Name = "我要开店",
            LeadDepartment = "service-centre",
            Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
            Matters = [new ServiceMatter(Matter("food-licence", "食品经营许可", "market-regulation"), null), new ServiceMatter(Matter("fire-check", "消防安全检查", "fire-rescue"), null)],
            Questions = [],
            Form = new FormDefinition([]),
            Process = ProcessModelReader.Read(main, "process.bpmn"),
            Guidance = "guidance.dmn",
            Version = version,
            EffectiveOn = new DateOnly(2026, 1, 1),
        },
        [ProcessModelReader.Read(Decision("market-regulation"), "market-regulation.bpmn"), ProcessModelReader.Read(Decision("fire-rescue"), "fire-rescue.bpmn")],
        LibraryFolder.China,
        (decision, _, _) => new FeelResult(FeelValue.Null, [decision]),
        _ => FeelContext.Empty.With("matters", new FeelList(["food-licence", "fire-check"])));

    private static MatterDefinition Matter(string code, string name, string department) => new()
    {
        Code = code,
        Name = name,
        Department = department,
        Kind = MatterKind.Promised,
        Statutory = new TimeLimit(20, TimeUnit.WorkingDays, ClockKind.Statutory),
        Promised = new TimeLimit(5, TimeUnit.WorkingDays, ClockKind.Promise),
        Version = 1,
        EffectiveOn = new DateOnly(2026, 1, 1),
    };

    private static string Main => BpmnText.InDefinitions(
        """
        <process id="main" isExecutable="true">
          <startEvent id="received"/>
          <sequenceFlow id="f1" sourceRef="received" targetRef="accept"/>
          <userTask id="accept" name="受理" approval:department="service-centre" approval:role="window-clerk" approval:step="acceptance">
            <extensionElements>
              <approval:outcome code="accepted" name="予以受理"/>
              <approval:outcome code="refused" name="不予受理" requiresOpinion="true"/>
              <approval:timeLimit amount="5" unit="working-days" kind="acceptance"/>
              <approval:operation name="correct"/>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f2" sourceRef="accept" targetRef="fork"/>
          <parallelGateway id="fork"/>
          <sequenceFlow id="f3" sourceRef="fork" targetRef="food"/>
          <sequenceFlow id="f4" sourceRef="fork" targetRef="fire"/>
          <callActivity id="food" calledElement="decide-market-regulation" approval:matter="food-licence"/>
          <callActivity id="fire" calledElement="decide-fire-rescue" approval:matter="fire-check"/>
          <sequenceFlow id="f5" sourceRef="food" targetRef="join"/>
          <sequenceFlow id="f6" sourceRef="fire" targetRef="join"/>
          <parallelGateway id="join"/>
          <sequenceFlow id="f7" sourceRef="join" targetRef="ended"/>
          <endEvent id="ended"/>
        </process>
        """);

    private static string Decision(string department) => BpmnText.InDefinitions(
        $"""
        <process id="decide-{department}" isExecutable="true">
          <startEvent id="begin"/>
          <sequenceFlow id="g1" sourceRef="begin" targetRef="decide"/>
          <userTask id="decide" name="决定" approval:department="{department}" approval:role="officer" approval:step="decision">
            <extensionElements>
              <approval:outcome code="approved" name="准予许可" matterState="completed-approved"/>
              <approval:outcome code="refused" name="不予许可" requiresOpinion="true" matterState="completed-refused"/>
              <approval:timeLimit amount="3" unit="working-days" kind="step"/>
            </extensionElements>
          </userTask>
          <sequenceFlow id="g2" sourceRef="decide" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """);
}
