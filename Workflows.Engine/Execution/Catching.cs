using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Events that are caught: what a case waits for, and what happens when it comes (BPMN 2.0.2 §13.5).</summary>
internal static class Catching
{
    public static void OpenBoundaries(Burst burst, ElementInstance instance)
    {
        foreach (var boundary in BoundariesOf(burst, instance))
        {
            Open(burst, instance, instance.ProcessId, boundary);
        }
    }

    public static IReadOnlyList<BoundaryEvent> BoundariesOf(Burst burst, ElementInstance instance) =>
        instance.LoopCounter is null && instance.ScopeId is not null && burst.NodeOf(instance) is Activity
            ? burst.Definitions.Processes[instance.ProcessId].Place(instance.ElementId).Content.BoundaryEventsOf(instance.ElementId)
            : [];

    public static void OpenEventSubProcesses(Burst burst, ElementInstance scope, FlowScope content)
    {
        var (processId, _) = burst.ContentOf(scope);
        foreach (var start in content.EventSubProcesses.SelectMany(sub => sub.Content.Nodes.OfType<StartEvent>()))
        {
            Open(burst, scope, processId, start);
        }
    }

    /// <summary>Opens a subscription for each definition of the event that comes from outside the element.</summary>
    public static void Open(Burst burst, ElementInstance waiting, string processId, Event node)
    {
        if (node.Definitions.Count == 0)
        {
            burst.Emit(new SubscriptionOpened(new Subscription(burst.NextId, waiting.Id, processId, node.Id, SubscriptionKind.None, null, null)));
        }

        for (var index = 0; index < node.Definitions.Count; index++)
        {
            (SubscriptionKind? kind, string? name) = node.Definitions[index] switch
            {
                MessageEventDefinition message => ((SubscriptionKind?)SubscriptionKind.Message, burst.Definitions.EventName(message.MessageId)),
                SignalEventDefinition signal => (SubscriptionKind.Signal, burst.Definitions.EventName(signal.SignalId)),
                ConditionalEventDefinition conditional => (SubscriptionKind.Condition, conditional.Condition),
                TimerEventDefinition => (SubscriptionKind.Timer, null),
                _ => default((SubscriptionKind?, string?)),
            };
            if (kind is null)
            {
                continue;
            }

            var timer = kind is SubscriptionKind.Timer ? Timers.First(burst, waiting, node, (TimerEventDefinition)node.Definitions[index]) : null;
            burst.Emit(new SubscriptionOpened(
                new Subscription(burst.NextId, waiting.Id, processId, node.Id, kind.Value, name, timer?.DueAt)
                {
                    DefinitionIndex = index,
                    Remaining = timer?.Remaining,
                    Correlation = Correlation(burst, waiting, node, kind.Value),
                }));
            if (timer is not null)
            {
                Timers.RaiseUnread(burst, waiting, node.Id, timer);
            }
        }
    }

    /// <summary>Opens what a receive task waits for.</summary>
    public static void Open(Burst burst, ElementInstance waiting, ReceiveTask task) =>
        burst.Emit(new SubscriptionOpened(
            new Subscription(burst.NextId, waiting.Id, waiting.ProcessId, task.Id, SubscriptionKind.Message, burst.Definitions.EventName(task.MessageId), null)
            {
                Correlation = Correlation(burst, waiting, task, SubscriptionKind.Message),
            }));

    /// <summary>What the subscription waits for has happened.</summary>
    public static void Trigger(Burst burst, Subscription subscription, FeelContext? payload = null)
    {
        var waiting = burst.Case.Instances[subscription.InstanceId];
        var node = NodeOf(burst, subscription);
        if (node is Event { ParallelMultiple: true } && !IsWhole(burst, subscription))
        {
            return;
        }

        switch (node)
        {
            case StartEvent start:
                Variables.Receive(burst, waiting, start, payload);
                StartEventSubProcess(burst, waiting, start, subscription);
                break;
            case BoundaryEvent boundary:
                Variables.Receive(burst, waiting, boundary, payload);
                PassBoundary(burst, waiting, boundary, subscription);
                break;
            case var caught when burst.NodeOf(waiting) is EventBasedGateway gateway:
                Variables.Receive(burst, waiting, caught, payload);
                PassBehindGateway(burst, waiting, gateway, caught);
                break;
            default:
                Variables.Receive(burst, waiting, node, payload);
                Elements.Complete(burst, waiting);
                break;
        }
    }

    /// <summary>An event sub-process of the scope starts; an interrupting one ends everything else in the scope.</summary>
    public static void StartEventSubProcess(Burst burst, ElementInstance scope, StartEvent start, Subscription? subscription = null)
    {
        var (_, content) = burst.ContentOf(scope);
        var eventSubProcess = content.EventSubProcesses.First(sub => sub.Content.FindNode(start.Id) is not null);
        if (start.IsInterrupting)
        {
            foreach (var other in burst.Case.Subscriptions.Values.Where(other => other.InstanceId == scope.Id && NodeOf(burst, other) is StartEvent).ToList())
            {
                burst.Emit(new SubscriptionClosed(other.Id));
            }

            Elements.CancelContent(burst, scope);
        }
        else
        {
            Timers.Passed(burst, subscription);
        }

        var instance = Elements.New(burst, scope, eventSubProcess);
        burst.Emit(new ElementEntered(instance, [], 0));
        Scopes.Begin(burst, instance, start.Id);
    }

    /// <summary>A boundary event is passed; an interrupting one ends its activity.</summary>
    public static void PassBoundary(Burst burst, ElementInstance activity, BoundaryEvent boundary, Subscription? subscription = null)
    {
        var scope = burst.ScopeOf(activity)!;
        if (boundary.CancelActivity)
        {
            Elements.Cancel(burst, activity);
        }
        else
        {
            Timers.Passed(burst, subscription);
        }

        Scopes.Happened(burst, scope, boundary, activity.Id);
    }

    public static FlowNode NodeOf(Burst burst, Subscription subscription) =>
        burst.Definitions.Processes[subscription.ProcessId].Place(subscription.ElementId).Node;

    private static void PassBehindGateway(Burst burst, ElementInstance waiting, EventBasedGateway gateway, FlowNode caught)
    {
        var scope = burst.ScopeOf(waiting)!;
        var (_, content) = burst.ContentOf(scope);
        var flow = gateway.Outgoing.First(id => content.Flow(id).TargetId == caught.Id);
        burst.Emit(new ElementCompleted(waiting.Id));
        var token = new FlowToken(burst.NextId, scope.Id, flow, waiting.Id);
        burst.Emit(new SequenceFlowTaken(token));
        var instance = Elements.New(burst, scope, caught);
        burst.Emit(new ElementEntered(instance, [token.Id], 0));
        Elements.Complete(burst, instance);
    }

    private static bool IsWhole(Burst burst, Subscription subscription)
    {
        burst.Emit(new SubscriptionChanged(subscription with { Happened = true }));

        return burst.Case.Subscriptions.Values
            .Where(other => other.InstanceId == subscription.InstanceId && other.ElementId == subscription.ElementId)
            .All(other => other.Happened);
    }

    private static FeelValue? Correlation(Burst burst, ElementInstance waiting, FlowNode node, SubscriptionKind kind) =>
        kind is SubscriptionKind.Message && node.Approval.Correlation is { } correlation
            ? Variables.Evaluate(burst, correlation, Variables.SeenBy(burst, waiting))
            : null;
}
