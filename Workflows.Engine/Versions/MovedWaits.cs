using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Versions;

/// <summary>Finds in the new version what a case waits for and what it could undo.</summary>
internal sealed class MovedWaits
{
    private readonly Case state;
    private readonly DefinitionSet from;
    private readonly DefinitionSet to;
    private readonly MigrationInstructions instructions;
    private readonly MovedScopes scopes;

    public MovedWaits(Case state, DefinitionSet from, DefinitionSet to, MigrationInstructions instructions, MovedScopes scopes)
    {
        (this.state, this.from, this.to, this.instructions, this.scopes) = (state, from, to, instructions, scopes);
        foreach (var subscription in state.Subscriptions.Values)
        {
            Move(subscription);
        }

        foreach (var record in state.Compensations.Values)
        {
            Move(record);
        }
    }

    public List<MigrationObstacle> Obstacles { get; } = [];

    public List<Subscription> Subscriptions { get; } = [];

    public List<int> DroppedSubscriptions { get; } = [];

    public List<CompensationRecord> Compensations { get; } = [];

    public List<int> DroppedCompensations { get; } = [];

    private void Move(Subscription subscription)
    {
        if (scopes.Find(subscription.InstanceId) is not { } waiting)
        {
            return;
        }

        var processId = scopes.ProcessFor(subscription.ProcessId, waiting);
        var target = instructions.Target(subscription.ProcessId, subscription.ElementId);
        var node = to.Processes[processId].FindPlace(target)?.Node;
        if (node is not null && Stands(node, waiting) && Named(subscription, node) is { } named)
        {
            Subscriptions.Add(named with { ProcessId = processId, ElementId = target });
        }
        else if (instructions.Drops(subscription.ProcessId, subscription.ElementId) && IsBeside(subscription))
        {
            DroppedSubscriptions.Add(subscription.Id);
        }
        else
        {
            Obstacles.Add(new MigrationObstacle(
                subscription.ElementId,
                $"Expected event '{subscription.ElementId}', for which the case waits, to be '{target}' in version {to.Service.Version} and of the same kind, but it is not. Name what takes its place, or drop it."));
        }
    }

    /// <summary>True where the event belongs to what waits: to itself, at its border, behind its gateway, or in its event sub-processes.</summary>
    private bool Stands(FlowNode node, ElementInstance waiting) => node switch
    {
        BoundaryEvent boundary => boundary.AttachedToId == waiting.ElementId,
        StartEvent => scopes.ContentOf(waiting)?.Content.EventSubProcesses.Any(sub => sub.Content.FindNode(node.Id) is not null) == true,
        _ when node.Id == waiting.ElementId => true,
        _ => scopes.NodeOf(waiting) is EventBasedGateway gateway && gateway.Outgoing.Intersect(node.Incoming).Any(),
    };

    /// <summary>The subscription with the name that the event has now; null where it waits for something of another kind.</summary>
    private Subscription? Named(Subscription subscription, FlowNode node)
    {
        if (node is ReceiveTask task)
        {
            return subscription.Kind is SubscriptionKind.Message ? subscription with { Name = to.EventName(task.MessageId) } : null;
        }

        var about = (node as Event)?.Definitions.ElementAtOrDefault(subscription.DefinitionIndex);
        return (subscription.Kind, about) switch
        {
            (SubscriptionKind.Message, MessageEventDefinition message) => subscription with { Name = to.EventName(message.MessageId) },
            (SubscriptionKind.Signal, SignalEventDefinition signal) => subscription with { Name = to.EventName(signal.SignalId) },
            (SubscriptionKind.Condition, ConditionalEventDefinition conditional) => subscription with { Name = conditional.Condition },
            (SubscriptionKind.Timer, TimerEventDefinition) or (SubscriptionKind.None, null) => subscription,
            _ => null,
        };
    }

    /// <summary>True where the case could go on without the event.</summary>
    private bool IsBeside(Subscription subscription) =>
        from.Processes[subscription.ProcessId].Place(subscription.ElementId).Node is BoundaryEvent or StartEvent;

    private void Move(CompensationRecord record)
    {
        var processId = scopes.Find(record.ScopeId) is { } scope ? scopes.ContentOf(scope)?.ProcessId ?? record.ProcessId : record.ProcessId;
        var target = instructions.Target(record.ProcessId, record.ActivityId);
        var process = to.Processes.GetValueOrDefault(processId);
        var handler = process?.Definition.CompensationHandlers.GetValueOrDefault(target);
        if (process?.FindPlace(target)?.Node is Activity && (record.HandlerId is null || handler is not null))
        {
            Compensations.Add(record with { ProcessId = processId, ActivityId = target, HandlerId = record.HandlerId is null ? null : handler });
        }
        else if (instructions.Drops(record.ProcessId, record.ActivityId))
        {
            DroppedCompensations.Add(record.Id);
        }
        else
        {
            Obstacles.Add(new MigrationObstacle(
                record.ActivityId,
                $"Expected '{record.ActivityId}', which was completed and could be undone, to be '{target}' in version {to.Service.Version} with the same compensation, but it is not. Name what takes its place, or drop it."));
        }
    }
}
