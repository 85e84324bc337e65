using System.Text.Json;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Specs.Execution;

/// <summary>Plays the steps of a token-simulation scenario on the engine's interpreter and counts what it did.</summary>
/// <remarks>
/// All pools of a diagram live in one case. A join counts as entered once a token, as the suite counts; a scope that a terminate end event
/// ended counts as terminated. Sequence flows are counted, their activations are not logged.
/// </remarks>
internal sealed class TokenSimulation
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly ProcessModel model;
    private readonly DefinitionSet definitions;
    private readonly Dictionary<string, string[]> chosen = [];
    private readonly HashSet<string> waits = [];
    private readonly List<CaseEvent> events = [];
    private Case state;

    public TokenSimulation(string bpmn)
    {
        model = ProcessModelReader.Read(bpmn, "diagram.bpmn");
        definitions = SimulatedDefinitions.Of(model);
        state = CaseFolding.Start(SimulatedDefinitions.Started);
    }

    public Case State => state;

    public IReadOnlyList<CaseEvent> Events => events;

    public void Play(JsonElement step)
    {
        var element = step.GetProperty("element").GetString()!;
        switch (step.GetProperty("do").GetString())
        {
            case "choose":
                chosen[element] = [.. step.GetProperty("take").EnumerateArray().Select(flow => flow.GetString()!)];
                break;
            case "wait":
                waits.Add(element);
                break;
            case "start":
                Run(burst => Scopes.StartProcess(burst, step.GetProperty("process").GetString()!, element));
                break;
            case "trigger":
                Run(burst => Catching.Trigger(burst, burst.Case.Subscriptions.Values.First(waiting => waiting.ElementId == element)));
                break;
            case "continue":
                Run(burst => Elements.Complete(burst, burst.Case.Instances.Values.First(instance => instance.ElementId == element)));
                break;
            case "signal":
                Run(burst => Throwing.Along(burst, model.MessageFlows.First(flow => flow.Id == element)));
                break;
            case var unknown:
                throw new InvalidOperationException($"Expected a step of the suite, but got '{unknown}'.");
        }
    }

    /// <summary>How often each node, sub-process, process or participant began.</summary>
    public Dictionary<string, int> Entered()
    {
        var joins = events.OfType<SequenceFlowTaken>()
            .Select(taken => TargetOf(taken.Token.FlowId))
            .Where(Joins.Waits)
            .Select(join => join.Id);

        return Count(events.OfType<ElementEntered>()
            .Where(entered => !IsJoin(entered.Instance))
            .Select(entered => NameOf(entered.Instance))
            .Concat(joins));
    }

    /// <summary>How often each sequence flow was taken; the suite does not count those behind an event-based gateway.</summary>
    public Dictionary<string, int> Flows() => Count(events.OfType<SequenceFlowTaken>()
        .Select(taken => taken.Token.FlowId)
        .Where(flow => SourceOf(flow) is not EventBasedGateway));

    /// <summary>How often each element was left normally, by a terminate end event's doing included.</summary>
    public Dictionary<string, int> Completed()
    {
        var instances = events.OfType<ElementEntered>().ToDictionary(entered => entered.Instance.Id, entered => entered.Instance);

        return Count(events.OfType<ElementCompleted>().Select(completed => NameOf(instances[completed.InstanceId])));
    }

    /// <summary>The innermost elements that are alive.</summary>
    public Dictionary<string, int> Waiting() => Count(state.Instances.Values
        .Where(instance => !state.Instances.Values.Any(child => child.ScopeId == instance.Id) && !state.Tokens.Values.Any(token => token.ScopeId == instance.Id))
        .Select(NameOf)
        .Concat(state.Tokens.Values.Select(token => TargetOf(token.FlowId).Id)));

    /// <summary>The processes that were started, in order, and whether each still lives.</summary>
    public IReadOnlyList<(string Element, bool IsActive)> Instances() =>
        [.. events.OfType<ElementEntered>()
            .Where(entered => entered.Instance.ScopeId is null)
            .Select(entered => (NameOf(entered.Instance), state.Instances.ContainsKey(entered.Instance.Id)))];

    private void Run(Action<Burst> act)
    {
        var burst = new Burst(state, definitions, Now, Actor.Engine, new Steering(id => chosen.GetValueOrDefault(id), waits.Contains));
        act(burst);
        burst.Run();
        for (var items = Waiting(burst); items.Count > 0; items = Waiting(burst))
        {
            Elements.Complete(burst, items[0]);
            burst.Run();
        }

        events.AddRange(burst.Events);
        state = burst.Case;
    }

    // The suite's tasks go on at once unless a step says that they wait.
    private List<ElementInstance> Waiting(Burst burst) =>
        [.. burst.Case.WorkItems.Values
            .Where(item => item.IsOpen && !waits.Contains(item.ElementId) && burst.Case.Instances.ContainsKey(item.InstanceId))
            .Select(item => burst.Case.Instances[item.InstanceId])];

    private string NameOf(ElementInstance instance) => instance.ScopeId is null
        ? model.Participants.FirstOrDefault(pool => pool.ProcessId == instance.ElementId)?.Id ?? instance.ElementId
        : instance.ElementId;

    private bool IsJoin(ElementInstance instance) =>
        instance.ScopeId is not null && Joins.Waits(definitions.Processes[instance.ProcessId].Place(instance.ElementId).Node);

    private FlowNode TargetOf(string flowId) => ContentOf(flowId).Node(ContentOf(flowId).Flow(flowId).TargetId);

    private FlowNode SourceOf(string flowId) => ContentOf(flowId).Node(ContentOf(flowId).Flow(flowId).SourceId);

    private FlowScope ContentOf(string flowId) =>
        definitions.Processes.Values
            .SelectMany(process => process.Definition.Content.Descendants().OfType<SubProcess>().Select(sub => sub.Content).Prepend(process.Definition.Content))
            .First(content => content.Flows.Any(flow => flow.Id == flowId));

    private static Dictionary<string, int> Count(IEnumerable<string> names) =>
        names.GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
}
