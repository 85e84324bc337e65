using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Events that are thrown: errors and escalations up the scopes, signals to all, messages to their receiver (BPMN 2.0.2 §13.5).</summary>
internal static class Throwing
{
    /// <summary>An error goes up to the first scope that catches it: its event sub-processes first, then its boundary events.</summary>
    /// <returns>False where nothing catches it.</returns>
    public static bool Error(Burst burst, ElementInstance from, string? reference)
    {
        var inner = from;
        for (var at = from; at is not null; inner = at, at = burst.ScopeOf(at))
        {
            if (at != from && Best(StartsOf(burst, at, inner), start => Reference<ErrorEventDefinition>(burst, start, e => e.ErrorId), reference) is [var start, ..])
            {
                Catching.StartEventSubProcess(burst, at, start);

                return true;
            }

            if (Best(Catching.BoundariesOf(burst, at), boundary => Reference<ErrorEventDefinition>(burst, boundary, e => e.ErrorId), reference) is [var caught, ..])
            {
                Catching.PassBoundary(burst, at, caught);

                return true;
            }
        }

        return false;
    }

    /// <summary>An escalation goes up likewise; all non-interrupting catches of the scope react.</summary>
    public static void Escalation(Burst burst, ElementInstance from, string? reference)
    {
        var inner = from;
        for (var at = burst.ScopeOf(from); at is not null; inner = at, at = burst.ScopeOf(at))
        {
            var starts = Best(StartsOf(burst, at, inner), start => Reference<EscalationEventDefinition>(burst, start, e => e.EscalationId), reference);
            foreach (var start in AtMostOneInterrupting(starts, start => start.IsInterrupting))
            {
                Catching.StartEventSubProcess(burst, at, start);
            }

            if (starts.Count > 0)
            {
                return;
            }

            var boundaries = Best(Catching.BoundariesOf(burst, at), boundary => Reference<EscalationEventDefinition>(burst, boundary, e => e.EscalationId), reference);
            foreach (var boundary in AtMostOneInterrupting(boundaries, boundary => boundary.CancelActivity))
            {
                Catching.PassBoundary(burst, at, boundary);
            }

            if (boundaries.Count > 0)
            {
                return;
            }
        }
    }

    /// <summary>A signal reaches everything in the case that waits for it, and starts the processes that begin with it.</summary>
    /// <remarks>Of one scope, an interrupting event sub-process takes the signal alone: what else the scope waits for ends with it.</remarks>
    public static void Signal(Burst burst, string? name, FeelContext? payload = null)
    {
        var waiting = burst.Case.Subscriptions.Values
            .Where(subscription => subscription.Kind is SubscriptionKind.Signal && subscription.Name == name)
            .GroupBy(subscription => subscription.InstanceId)
            .SelectMany(scope => scope.FirstOrDefault(one => Catching.NodeOf(burst, one) is StartEvent { IsInterrupting: true }) is { } taker
                ? [taker]
                : scope.OrderBy(one => Catching.NodeOf(burst, one) is BoundaryEvent { CancelActivity: true }).AsEnumerable())
            .Select(subscription => subscription.Id)
            .ToList();
        foreach (var id in waiting)
        {
            if (burst.Case.Subscriptions.TryGetValue(id, out var subscription))
            {
                Catching.Trigger(burst, subscription, payload);
            }
        }

        foreach (var (processId, start) in StartEvents(burst).Where(at => at.Start.Definitions.Any(definition =>
            definition is SignalEventDefinition signal && burst.Definitions.EventName(signal.SignalId) == name)).ToList())
        {
            Scopes.StartProcess(burst, processId, start.Id);
        }
    }

    /// <summary>A message goes to the element of the case that waits for it, along its message flow where one is drawn.</summary>
    /// <returns>False where nothing in the case takes it.</returns>
    public static bool Message(Burst burst, string sourceId, string? name, FeelContext? payload = null, FeelValue? correlation = null)
    {
        var flows = burst.Definitions.MessageFlows.Where(flow => flow.SourceId == sourceId).ToList();
        foreach (var flow in flows)
        {
            Along(burst, flow, payload);
        }

        return flows.Count > 0 || (name is not null && Deliver(burst, name, payload, correlation));
    }

    /// <summary>Gives a message to the first element that waits for its name and correlation.</summary>
    public static bool Deliver(Burst burst, string name, FeelContext? payload, FeelValue? correlation)
    {
        var subscription = burst.Case.Subscriptions.Values.FirstOrDefault(waiting =>
            waiting.Kind is SubscriptionKind.Message && waiting.Name == name && !waiting.Happened
            && (correlation is null || waiting.Correlation is null || waiting.Correlation == correlation));
        if (subscription is null)
        {
            return false;
        }

        Catching.Trigger(burst, subscription, payload);

        return true;
    }

    /// <summary>Delivers along one message flow: to the waiting element, or to a process that it starts; else the message is lost.</summary>
    public static void Along(Burst burst, MessageFlow flow, FeelContext? payload = null)
    {
        var waiting = burst.Case.Subscriptions.Values.FirstOrDefault(subscription => subscription.ElementId == flow.TargetId && !subscription.Happened);
        if (waiting is not null)
        {
            Catching.Trigger(burst, waiting, payload);

            return;
        }

        var processId = burst.Definitions.Participants.FirstOrDefault(pool => pool.Id == flow.TargetId)?.ProcessId;
        if (processId is not null)
        {
            // A pool that is at work takes the message as a whole; only one that is not is started by it.
            if (!burst.Case.Instances.Values.Any(instance => instance.ScopeId is null && instance.ProcessId == processId))
            {
                Scopes.StartProcess(burst, processId, null);
            }
        }
        else if (StartEvents(burst).FirstOrDefault(at => at.Start.Id == flow.TargetId) is { Start: not null } started)
        {
            Scopes.StartProcess(burst, started.ProcessId, started.Start.Id);
        }
    }

    private static IEnumerable<(string ProcessId, StartEvent Start)> StartEvents(Burst burst) =>
        from process in burst.Definitions.Processes
        from start in process.Value.Definition.Content.Nodes.OfType<StartEvent>()
        select (process.Key, start);

    // A scope that an interrupting event sub-process has taken over does not catch what that event sub-process throws.
    private static IReadOnlyList<StartEvent> StartsOf(Burst burst, ElementInstance scope, ElementInstance inner)
    {
        if ((scope.Loop is not null && scope.LoopCounter is null) || IsInterrupting(burst, inner))
        {
            return [];
        }

        return [.. burst.ContentOf(scope).Content.EventSubProcesses
            .Where(sub => sub.Id != inner.ElementId)
            .SelectMany(sub => sub.Content.Nodes.OfType<StartEvent>())];
    }

    /// <summary>True for an event sub-process that has taken over its scope.</summary>
    public static bool IsInterrupting(Burst burst, ElementInstance inner) =>
        burst.NodeOf(inner) is SubProcess { TriggeredByEvent: true } sub
        && sub.Content.Nodes.OfType<StartEvent>().Any(start => start.IsInterrupting);

    private static (bool Catches, string? Reference) Reference<T>(Burst burst, Event node, Func<T, string?> reference)
        where T : EventDefinition =>
        node.Definitions.OfType<T>().FirstOrDefault() is { } definition
            ? (true, burst.Definitions.EventName(reference(definition)))
            : (false, null);

    // A catch without a reference catches all; those with the same reference go before it.
    private static List<T> Best<T>(IEnumerable<T> catches, Func<T, (bool Catches, string? Reference)> read, string? reference)
    {
        var all = catches.Select(one => (One: one, Read: read(one))).Where(one => one.Read.Catches).ToList();
        var same = all.Where(one => one.Read.Reference == reference && reference is not null).ToList();

        return [.. (same.Count > 0 ? same : all.Where(one => one.Read.Reference is null)).Select(one => one.One)];
    }

    private static IEnumerable<T> AtMostOneInterrupting<T>(IReadOnlyList<T> catches, Func<T, bool> isInterrupting) =>
        catches.Where(one => !isInterrupting(one)).Concat(catches.Where(isInterrupting).Take(1));
}
