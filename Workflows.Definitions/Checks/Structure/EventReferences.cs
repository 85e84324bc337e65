using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Messages, signals, errors and escalations of a file have a name, each another, and are used.</summary>
public sealed class EventReferences : IDefinitionRule
{
    public string Id => "event-references";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var model = definition.Model;
        var used = definition.Nodes.SelectMany(at => UsedBy(at.Node)).Concat(model.MessageFlows.Select(flow => flow.MessageId)).ToHashSet();
        return new[] { model.Messages, model.Signals, model.Errors, model.Escalations }.SelectMany(references => Of(references.Values, used));
    }

    private static IEnumerable<Flaw> Of(IEnumerable<EventReference> references, HashSet<string?> used)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (string.IsNullOrWhiteSpace(reference.Name))
            {
                yield return new Flaw(reference.Id, $"Expected '{reference.Id}' to have a name, but it has none.");
            }
            else if (!names.Add(reference.Name))
            {
                yield return new Flaw(reference.Id, $"Expected the name '{reference.Name}' once, but '{reference.Id}' repeats it.");
            }

            if (!used.Contains(reference.Id))
            {
                yield return new Flaw(reference.Id, $"Expected an event or task that uses '{reference.Id}', but none does.");
            }
        }
    }

    private static IEnumerable<string?> UsedBy(FlowNode node) => node switch
    {
        SendTask task => [task.MessageId],
        ReceiveTask task => [task.MessageId],
        Event @event => @event.Definitions.Select(about => about switch
        {
            MessageEventDefinition message => message.MessageId,
            SignalEventDefinition signal => signal.SignalId,
            ErrorEventDefinition error => error.ErrorId,
            EscalationEventDefinition escalation => escalation.EscalationId,
            _ => null,
        }),
        _ => [],
    };
}
