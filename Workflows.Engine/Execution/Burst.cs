using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Execution;

/// <summary>One run of the token game: from an event that came from outside until nothing moves any more.</summary>
/// <remarks>
/// Everything that changes goes through <see cref="Emit"/>, so that the case at hand is always the fold of its events. The agenda holds
/// only tokens that are on a sequence flow in the case as well: between two bursts it is empty, and a case can be saved and restored.
/// </remarks>
internal sealed class Burst(Case state, DefinitionSet definitions, DateTimeOffset now, Actor actor, Steering? steering = null)
{
    /// <summary>A case that makes more steps than this without waiting is in a loop.</summary>
    public const int StepLimit = 20_000;

    private readonly Queue<FlowToken> agenda = new();
    private readonly List<CaseEvent> events = [];
    private int steps;

    /// <summary>The burst that opens a case.</summary>
    public static Burst Starting(CaseStarted started, DefinitionSet definitions, Actor actor, Steering? steering)
    {
        var burst = new Burst(CaseFolding.Start(started), definitions, started.ReceivedAt, actor, steering);
        burst.events.Add(started);

        return burst;
    }

    public Case Case { get; private set; } = state;

    public DefinitionSet Definitions { get; } = definitions;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The same instant as the clocks of the region show it.</summary>
    public DateTimeOffset LocalNow { get; } = TimeZoneInfo.ConvertTime(now, definitions.Calendar.TimeZone);

    public Actor Actor { get; } = actor;

    /// <summary>What a simulation decides instead of the definition; null in a real case.</summary>
    public Steering? Steering { get; } = steering;

    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>The number for the next thing that the case numbers.</summary>
    public int NextId => Case.NextId;

    public void Emit(CaseEvent @event)
    {
        Case = CaseFolding.Apply(Case, @event);
        events.Add(@event);
    }

    /// <summary>Puts a token on a sequence flow of a scope; it moves on when its turn comes.</summary>
    /// <param name="source">The element that is left over it.</param>
    public void Take(ElementInstance scope, string flowId, ElementInstance source)
    {
        var token = new FlowToken(NextId, scope.Id, flowId, source.Id);
        Emit(new SequenceFlowTaken(token));
        agenda.Enqueue(token);
    }

    /// <summary>Looks again at every token that waits on a sequence flow: behind the flow there may be something else than there was.</summary>
    public void GoOn()
    {
        foreach (var token in Case.Tokens.Values)
        {
            agenda.Enqueue(token);
        }
    }

    /// <summary>Moves tokens until nothing moves any more.</summary>
    public void Run()
    {
        do
        {
            while (agenda.TryDequeue(out var token))
            {
                if (!Case.Tokens.ContainsKey(token.Id))
                {
                    continue;
                }

                if (++steps > StepLimit)
                {
                    RaiseLoop(token);

                    return;
                }

                Move(token);
            }
        }
        while (Joins.Settle(this) || Conditions.Settle(this));

        if (Steering is null)
        {
            Deadlocks.Report(this);
        }
    }

    /// <summary>The node of an instance; null for a process at the top.</summary>
    public FlowNode? NodeOf(ElementInstance instance) => instance.ElementId == instance.ProcessId && instance.ScopeId is null
        ? null
        : Definitions.Processes[instance.ProcessId].Place(instance.ElementId).Node;

    /// <summary>What is inside an instance that holds other elements, and the process that this content belongs to.</summary>
    public (string ProcessId, FlowScope Content) ContentOf(ElementInstance instance) => NodeOf(instance) switch
    {
        null => (instance.ProcessId, Definitions.Processes[instance.ProcessId].Definition.Content),
        CallActivity { CalledElement: { } called } => (called, Definitions.Processes[called].Definition.Content),
        SubProcess sub => (instance.ProcessId, sub.Content),
        var node => throw new InvalidOperationException($"Expected an element with content, but '{node.Id}' has none."),
    };

    public ElementInstance? ScopeOf(ElementInstance instance) =>
        instance.ScopeId is { } scope ? Case.Instances.GetValueOrDefault(scope) : null;

    public bool IsAlive(ElementInstance instance) => Case.Instances.ContainsKey(instance.Id);

    /// <summary>The instance as it stands now.</summary>
    public ElementInstance Current(ElementInstance instance) => Case.Instances[instance.Id];

    public IEnumerable<ElementInstance> ChildrenOf(ElementInstance scope) =>
        Case.Instances.Values.Where(instance => instance.ScopeId == scope.Id);

    private void Move(FlowToken token)
    {
        var scope = Case.Instances[token.ScopeId];
        var (processId, content) = ContentOf(scope);
        var target = content.Node(content.Flow(token.FlowId).TargetId);
        if (Joins.Waits(target))
        {
            Joins.Arrived(this, scope, processId, target);
        }
        else
        {
            Elements.Enter(this, scope, target, [token.Id]);
        }
    }

    private void RaiseLoop(FlowToken token)
    {
        agenda.Clear();
        Emit(new IncidentRaised(new Incident(
            NextId,
            token.ScopeId,
            token.FlowId,
            $"Expected the case to wait somewhere, but it has made {StepLimit} steps without waiting; the last one over '{token.FlowId}'.",
            Now)));
    }
}
