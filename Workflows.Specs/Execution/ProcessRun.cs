using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Returning;
using Workflows.Engine.Versions;
using Workflows.Engine.WorkItems;

namespace Workflows.Specs.Execution;

/// <summary>Runs a small process by the real commands and tells what it passed.</summary>
internal sealed class ProcessRun
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Actor Officer = new("li", "李科员", "department", [Role.Officer, Role.Administrator]);

    private DefinitionSet definitions;
    private readonly List<CaseEvent> events = [];

    /// <param name="process">The content of the process, in the namespaces <c>bpmn</c> and <c>approval</c>.</param>
    /// <param name="references">Messages, signals, errors and escalations.</param>
    public ProcessRun(string process, string references = "", FeelContext? form = null)
    {
        definitions = Read(process, references, 1);
        var started = SimulatedDefinitions.Started with { Variables = FeelContext.Empty.With("form", form ?? FeelContext.Empty) };
        var burst = Burst.Starting(started, definitions, Actor.Engine, null);
        Scopes.StartProcess(burst, "process", null);
        burst.Run();
        Take(burst.Events, burst.Case);
    }

    public Case State { get; private set; } = null!;

    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>The ids of the elements that were left normally, in order.</summary>
    public IEnumerable<string> Passed()
    {
        var instances = events.OfType<ElementEntered>().ToDictionary(entered => entered.Instance.Id, entered => entered.Instance.ElementId);

        return events.OfType<ElementCompleted>().Select(completed => instances[completed.InstanceId]);
    }

    /// <summary>The ids of the tasks that wait for a person, with the number of their repetition where they repeat.</summary>
    public IEnumerable<string> Open() => State.WorkItems.Values.Where(item => item.IsOpen).Select(item =>
        State.Instances[item.InstanceId].LoopCounter is { } number ? item.ElementId + number.ToString(CultureInfo.InvariantCulture) : item.ElementId);

    public bool HasEnded => State.Status is CaseStatus.Completed;

    public FeelValue this[string variable] => State.Variables[variable];

    public ProcessRun Complete(string elementId, FeelContext? values = null, string outcome = "done")
    {
        var item = State.WorkItems.Values.First(item => item.IsOpen && item.ElementId == elementId);

        return Send(new CompleteWorkItem(item.Id, outcome, null, values));
    }

    /// <param name="by">Null for the officer who is also administrator.</param>
    public ProcessRun Send(CaseCommand command, DateTimeOffset? at = null, Actor? by = null) =>
        Try(command, at, by) is { } rejected ? throw new InvalidOperationException(rejected.Message) : this;

    /// <summary>Sends a command that may be refused; null where it was accepted.</summary>
    public Rejected? Try(CaseCommand command, DateTimeOffset? at = null, Actor? by = null)
    {
        var now = at ?? Monday;
        var decision = CaseDecider.Decide(new CommandEnvelope(Guid.NewGuid().ToString(), State.Id, by ?? Officer, now, now, command), State, definitions);
        if (decision is Accepted accepted)
        {
            Take(accepted.Events, accepted.Case);
        }

        return decision as Rejected;
    }

    /// <summary>The open item of a task, the first where it has several.</summary>
    public WorkItem OpenItem(string elementId) => State.WorkItems.Values.First(item => item.IsOpen && item.ElementId == elementId);

    public (SendBackPlan? Plan, Rejected? Rejected) Preview(SendBack command) => SendBackPreview.Of(State, definitions, Officer, Monday, command);

    public IReadOnlyList<SendBackTarget> Targets(string elementId) => SendBackPreview.Targets(State, definitions, Officer, Monday, OpenItem(elementId).Id);

    /// <summary>What moving the case to another content of its process would do.</summary>
    public MigrationPlan Plan(string process, MigrationInstructions? instructions = null, string references = "") =>
        MigrationPlanner.Plan(State, definitions, Read(process, references, 2), instructions ?? MigrationInstructions.None, Monday);

    /// <summary>Moves the case to another content of its process.</summary>
    public ProcessRun Migrate(string process, MigrationInstructions? instructions = null, string references = "")
    {
        var to = Read(process, references, 2);
        var accepted = (Accepted)CaseDecider.Migrate(
            new CommandEnvelope(Guid.NewGuid().ToString(), State.Id, Officer, Monday, Monday, new MigrateCase(2, instructions ?? MigrationInstructions.None)), State, definitions, to);
        definitions = to;
        Take(accepted.Events, accepted.Case);

        return this;
    }

    private static DefinitionSet Read(string process, string references, int version) => SimulatedDefinitions.Of(
        ProcessModelReader.Read(
            $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approval="urn:workflows:approval:1" id="d" targetNamespace="t">
              {references}
              <bpmn:process id="process" isExecutable="true">
                {process}
              </bpmn:process>
            </bpmn:definitions>
            """,
            "process.bpmn"),
        version);

    private void Take(IReadOnlyList<CaseEvent> happened, Case state)
    {
        events.AddRange(happened);
        State = state;
    }
}
