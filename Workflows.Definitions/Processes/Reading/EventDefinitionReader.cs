using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads what an event is about: its own definitions, and those of the file that it refers to.</summary>
internal sealed class EventDefinitionReader(BpmnFile file)
{
    private static readonly string[] Names =
    [
        "messageEventDefinition", "signalEventDefinition", "errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition",
        "cancelEventDefinition", "terminateEventDefinition", "linkEventDefinition", "conditionalEventDefinition", "timerEventDefinition",
    ];

    public IReadOnlyList<EventDefinition> Read(XElement @event) =>
        [.. @event.Elements().Select(ReadChild).OfType<EventDefinition>()];

    private EventDefinition? ReadChild(XElement child)
    {
        if (child.Name == Bpmn.Model + "eventDefinitionRef")
        {
            return file.Find(file.TextReference(child, Names)) is { } shared ? ReadDefinition(shared) : null;
        }

        return child.Name.Namespace == Bpmn.Model ? ReadDefinition(child) : null;
    }

    private EventDefinition? ReadDefinition(XElement definition) => definition.Name.LocalName switch
    {
        "messageEventDefinition" => new MessageEventDefinition(file.Reference(definition, "messageRef", "message")),
        "signalEventDefinition" => new SignalEventDefinition(file.Reference(definition, "signalRef", "signal")),
        "errorEventDefinition" => new ErrorEventDefinition(file.Reference(definition, "errorRef", "error")),
        "escalationEventDefinition" => new EscalationEventDefinition(file.Reference(definition, "escalationRef", "escalation")),
        "compensateEventDefinition" => new CompensateEventDefinition(
            file.Reference(definition, "activityRef"),
            file.Flag(definition, "waitForCompletion", absent: true)),
        "cancelEventDefinition" => new CancelEventDefinition(),
        "terminateEventDefinition" => new TerminateEventDefinition(),
        "linkEventDefinition" => new LinkEventDefinition((string?)definition.Attribute("name") ?? ""),
        "conditionalEventDefinition" => new ConditionalEventDefinition(BpmnFile.Feel(definition, "condition")),
        "timerEventDefinition" => new TimerEventDefinition(
            BpmnFile.Text(definition, "timeDate"),
            BpmnFile.Text(definition, "timeDuration"),
            BpmnFile.Text(definition, "timeCycle")),
        _ => null,
    };
}
