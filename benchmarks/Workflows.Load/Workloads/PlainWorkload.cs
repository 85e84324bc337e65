using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Load.Workloads;

/// <summary>Cases of a process that is written here: user tasks of departments, each with a time limit, and nothing around them.</summary>
internal sealed class PlainWorkload(string name, string content) : Workload
{
    private static readonly Applicant Applicant = new(ApplicantKind.Enterprise, "常州某某餐饮有限公司", "91110000802100433B", "13800000000");

    private static readonly Actor Clerk = new("clerk", "王综窗", "centre", [Role.WindowClerk]);

    private readonly StartCase start = new("", name, 1, Applicant, FeelContext.Empty, FeelContext.Empty.With("area", 120.5m), [], "window");

    public override string Name => name;

    /// <summary>Five user tasks in sequence.</summary>
    public static PlainWorkload Sequence { get; } = new("W1",
        $"""
        <startEvent id="begin"/>
        {string.Concat(Enumerable.Range(1, 5).Select(step => Task($"step{step}", "centre") + Flow(step == 1 ? "begin" : $"step{step - 1}", $"step{step}")))}
        <endEvent id="end"/>
        {Flow("step5", "end")}
        """);

    /// <summary>A fork to six departments with two tasks each, a join, and one more.</summary>
    public static PlainWorkload Fork { get; } = new("W2",
        $"""
        <startEvent id="begin"/>
        <parallelGateway id="fork"/>
        {Flow("begin", "fork")}
        {string.Concat(Enumerable.Range(1, 6).Select(Branch))}
        <parallelGateway id="join"/>
        {Task("last", "centre")}
        {Flow("join", "last")}
        <endEvent id="end"/>
        {Flow("last", "end")}
        """);

    /// <summary>One user task, whose time limit runs out.</summary>
    public static PlainWorkload Due { get; } = new("W3",
        $"""
        <startEvent id="begin"/>
        {Task("wait", "centre")}
        {Flow("begin", "wait")}
        <endEvent id="end"/>
        {Flow("wait", "end")}
        """);

    public override async Task Prepare(LoadEngine engine)
    {
        var store = engine.Get<DefinitionStore>();
        store.Remember(new PublishedService(Build(await store.Calendar()), new Workflows.Definitions.Libraries.Library { Calendars = new CalendarSet([await store.Calendar()]) }));
    }

    /// <summary>The command that starts a case.</summary>
    public CommandEnvelope Opening(string id) => new("open", id, Clerk, LoadEngine.Monday, LoadEngine.Monday, start with { Number = "20260302" });

    /// <summary>The command that completes the first open work item.</summary>
    public CommandEnvelope Completing(Case state)
    {
        var item = state.WorkItems.Values.First(item => item.IsOpen).Id;
        var (actor, command) = Completion(item, state);
        return new CommandEnvelope($"complete-{item}", state.Id, actor, LoadEngine.Monday, LoadEngine.Monday, command);
    }

    protected override Task<Case> Start(LoadEngine engine, string id) => engine.Send(id, Clerk, start);

    protected override (Actor Actor, CompleteWorkItem Command) Completion(int workItem, Case state) =>
        (new Actor("officer", "李经办", state.WorkItems[workItem].Department, [Role.Officer]), new CompleteWorkItem(workItem, "approved", "符合要求"));

    public DefinitionSet Build(WorkingDayCalendar calendar) => DefinitionSetBuilder.Build(
        new ServiceDefinition
        {
            Code = name,
            Name = name,
            LeadDepartment = "centre",
            Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
            Matters = [new ServiceMatter(Matter, null)],
            Questions = [],
            Form = new FormDefinition([]),
            Process = ProcessModelReader.Read(
                $"""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approval="urn:workflows:approval:1" id="d" targetNamespace="urn:load">
                <process id="main" isExecutable="true">{content}</process>
                </definitions>
                """,
                "process.bpmn"),
            Guidance = "guidance.dmn",
            Version = 1,
            EffectiveOn = new DateOnly(2026, 1, 1),
        },
        [],
        calendar,
        (decision, _, _) => new FeelResult(FeelValue.Null, [decision]),
        _ => FeelContext.Empty.With("matters", new FeelList([(FeelValue)"licence"])));

    private static MatterDefinition Matter { get; } = new()
    {
        Code = "licence",
        Name = "许可",
        Department = "centre",
        Kind = MatterKind.Promised,
        Statutory = new TimeLimit(20, TimeUnit.WorkingDays, ClockKind.Statutory),
        Promised = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise),
        Version = 1,
        EffectiveOn = new DateOnly(2026, 1, 1),
    };

    private static string Branch(int number) =>
        Task($"first{number}", $"department-{number}") + Task($"second{number}", $"department-{number}")
        + Flow("fork", $"first{number}") + Flow($"first{number}", $"second{number}") + Flow($"second{number}", "join");

    private static string Flow(string from, string to) => $"""<sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}"/>""";

    private static string Task(string id, string department) =>
        $"""
        <userTask id="{id}" name="审查" approval:department="{department}" approval:role="officer">
          <extensionElements>
            <approval:outcome code="approved" name="同意"/>
            <approval:timeLimit amount="3" unit="working-days" kind="step"/>
          </extensionElements>
        </userTask>
        """;
}
