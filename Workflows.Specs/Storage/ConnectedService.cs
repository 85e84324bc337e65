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

/// <summary>A small service that calls another system: the seal is asked for, then the applicant is told; between them a gateway asks for a size that nobody has given.</summary>
internal static class ConnectedService
{
    public const string Code = "seal-licence";

    public static readonly Actor Administrator = new("admin", "管理员", null, [Role.Administrator]);

    public static StartCase Start { get; } = SampleService.Start with { ServiceCode = Code };

    public static PublishedService Published() => new(Build(), new Workflows.Definitions.Libraries.Library { Calendars = new CalendarSet([LibraryFolder.China]) });

    private static DefinitionSet Build() => DefinitionSetBuilder.Build(
        new ServiceDefinition
        {
            Code = Code,
            Name = "制证",
            LeadDepartment = "service-centre",
            Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
            Matters = [new ServiceMatter(Licence, null)],
            Questions = [],
            Form = new FormDefinition([]),
            Process = ProcessModelReader.Read(Main, "process.bpmn"),
            Guidance = "guidance.dmn",
            Version = 1,
            EffectiveOn = new DateOnly(2026, 1, 1),
        },
        [],
        LibraryFolder.China,
        (decision, _, _) => new FeelResult(FeelValue.Null, [decision]),
        _ => FeelContext.Empty.With("matters", new FeelList(["licence"])));

    private static MatterDefinition Licence { get; } = new()
    {
        Code = "licence",
        Name = "许可证",
        Department = "service-centre",
        Kind = MatterKind.Promised,
        Statutory = new TimeLimit(20, TimeUnit.WorkingDays, ClockKind.Statutory),
        Promised = new TimeLimit(5, TimeUnit.WorkingDays, ClockKind.Promise),
        Version = 1,
        EffectiveOn = new DateOnly(2026, 1, 1),
    };

    private static string Main => BpmnText.InDefinitions(
        """
        <message id="ready" name="licence-ready"/>
        <process id="main" isExecutable="true">
          <startEvent id="received"/>
          <serviceTask id="seal" name="制证" approval:connector="seal"/>
          <exclusiveGateway id="size"/>
          <task id="large"/>
          <task id="small"/>
          <endEvent id="told"><messageEventDefinition messageRef="ready"/></endEvent>
          <sequenceFlow id="begin" sourceRef="received" targetRef="seal"/>
          <sequenceFlow id="sealed" sourceRef="seal" targetRef="size"/>
          <sequenceFlow id="to-large" sourceRef="size" targetRef="large"><conditionExpression>form.size &gt; 100</conditionExpression></sequenceFlow>
          <sequenceFlow id="to-small" sourceRef="size" targetRef="small"><conditionExpression>form.size &lt;= 100</conditionExpression></sequenceFlow>
          <sequenceFlow id="from-large" sourceRef="large" targetRef="told"/>
          <sequenceFlow id="from-small" sourceRef="small" targetRef="told"/>
        </process>
        """);
}
