using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads the pools and the message flows between them.</summary>
internal sealed class CollaborationReader(BpmnFile file)
{
    public IReadOnlyList<Participant> Participants() =>
    [
        .. file.Roots("collaboration").Elements(Bpmn.Model + "participant").Select(element => new Participant(
            file.RequiredId(element),
            (string?)element.Attribute("name"),
            file.Reference(element, "processRef", "process"))),
    ];

    public IReadOnlyList<MessageFlow> MessageFlows() =>
    [
        .. file.Roots("collaboration").Elements(Bpmn.Model + "messageFlow").Select(element => new MessageFlow(
            file.RequiredId(element),
            (string?)element.Attribute("name"),
            End(element, "sourceRef"),
            End(element, "targetRef"),
            file.Reference(element, "messageRef", "message"))),
    ];

    private string End(XElement flow, string attribute)
    {
        if (flow.Attribute(attribute) is null)
        {
            file.Report(flow, $"Expected message flow '{(string?)flow.Attribute("id")}' to have '{attribute}', but it has none.");
        }

        return file.Reference(flow, attribute, [.. FlowNodeReader.Names, "participant"]) ?? "";
    }
}
