using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution.Processors;

/// <summary>Intermediate throw and end events: each of their definitions happens, then the event is left if it still lives.</summary>
internal static class ThrowEventProcessor
{
    public static void Enter(Burst burst, ElementInstance instance, Event thrown)
    {
        foreach (var definition in thrown.Definitions)
        {
            Throw(burst, instance, thrown, definition);
            if (!burst.IsAlive(instance) || burst.Current(instance).State is not InstanceState.Active)
            {
                return;
            }
        }

        if (thrown.Definitions.Any(definition => definition is CompensateEventDefinition))
        {
            return;
        }

        Elements.Complete(burst, instance);
    }

    /// <summary>Sends a message: along its message flow, to what waits for it in the case, else out to other cases.</summary>
    public static void Send(Burst burst, ElementInstance instance, FlowNode node, string? messageId)
    {
        var name = burst.Definitions.EventName(messageId);
        var seen = Variables.SeenBy(burst, instance);
        var payload = Payload(burst, node, seen);
        var correlation = node.Approval.Correlation is { } value ? Variables.Evaluate(burst, value, seen) : null;
        if (!Throwing.Message(burst, node.Id, name, payload, correlation) && name is not null)
        {
            burst.Emit(new MessageThrown(name, node.Id, payload, correlation));
        }
    }

    private static FeelContext Payload(Burst burst, FlowNode node, FeelContext seen) =>
        node.Approval.Payload is { } payload && Variables.Evaluate(burst, payload, seen) is FeelContext context ? context : FeelContext.Empty;

    private static void Throw(Burst burst, ElementInstance instance, Event thrown, EventDefinition definition)
    {
        switch (definition)
        {
            case MessageEventDefinition message:
                Send(burst, instance, thrown, message.MessageId);
                break;
            case SignalEventDefinition signal:
                var name = burst.Definitions.EventName(signal.SignalId);
                var payload = Payload(burst, thrown, Variables.SeenBy(burst, instance));
                burst.Emit(new SignalThrown(name ?? string.Empty, thrown.Id, payload));
                Throwing.Signal(burst, name, payload);
                break;
            case ErrorEventDefinition error when !Throwing.Error(burst, instance, burst.Definitions.EventName(error.ErrorId)):
                Elements.RaiseIncident(
                    burst,
                    instance,
                    $"Expected something to catch error '{burst.Definitions.EventName(error.ErrorId)}' of '{thrown.Id}', but nothing does.");
                break;
            case EscalationEventDefinition escalation:
                Throwing.Escalation(burst, instance, burst.Definitions.EventName(escalation.EscalationId));
                break;
            case CompensateEventDefinition compensate:
                Compensation.Throw(burst, instance, compensate.ActivityId);
                break;
            case CancelEventDefinition:
                Transactions.Cancel(burst, instance);
                break;
            case TerminateEventDefinition:
                Terminate(burst, instance);
                break;
            case LinkEventDefinition link:
                GoTo(burst, instance, link);
                break;
        }
    }

    private static void Terminate(Burst burst, ElementInstance instance)
    {
        var scope = burst.ScopeOf(instance)!;
        Elements.CancelContent(burst, scope);
        Scopes.Check(burst, scope);
    }

    private static void GoTo(Burst burst, ElementInstance instance, LinkEventDefinition link)
    {
        var scope = burst.ScopeOf(instance)!;
        var content = burst.Definitions.Processes[instance.ProcessId].Place(instance.ElementId).Content;
        foreach (var target in content.Nodes.OfType<IntermediateCatchEvent>().Where(target => target.Definitions.Contains(link)).ToList())
        {
            Elements.Enter(burst, scope, target, [], instance.Id);
        }
    }
}
