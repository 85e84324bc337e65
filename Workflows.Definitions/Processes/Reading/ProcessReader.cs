using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads a process: its lanes, its content and what compensates what.</summary>
internal sealed class ProcessReader(BpmnFile file)
{
    private readonly ILookup<XElement, (string ActivityId, string HandlerId)> compensations = file.Roots("process")
        .Concat(file.Roots("collaboration"))
        .SelectMany(root => root.Descendants(Bpmn.Model + "association"))
        .Select(association => Compensation(file, association))
        .OfType<(XElement Process, string ActivityId, string HandlerId)>()
        .ToLookup(found => found.Process, found => (found.ActivityId, found.HandlerId));

    public ProcessDefinition Read(XElement process)
    {
        var lanes = new LaneReader(file, process);
        var flows = new SequenceFlowReader(file, process);
        return new ProcessDefinition
        {
            Id = file.RequiredId(process),
            Name = (string?)process.Attribute("name"),
            IsExecutable = file.Flag(process, "isExecutable", absent: false),
            Content = new FlowNodeReader(file, lanes, flows).ReadScope(process, laneId: null),
            Lanes = lanes.Lanes,
            CompensationHandlers = compensations[process]
                .DistinctBy(found => found.ActivityId)
                .ToDictionary(found => found.ActivityId, found => found.HandlerId, StringComparer.Ordinal),
        };
    }

    private static (XElement Process, string ActivityId, string HandlerId)? Compensation(BpmnFile file, XElement association)
    {
        var source = End(file, association, "sourceRef");
        var target = End(file, association, "targetRef");
        return source?.Name == Bpmn.Model + "boundaryEvent"
            && BpmnFile.WithoutPrefix((string?)source.Attribute("attachedToRef")) is { } activityId
            && source.Ancestors(Bpmn.Model + "process").FirstOrDefault() is { } process
            && target is not null
            && FlowNodeReader.IsActivity(target)
                ? (process, activityId, target.Attribute("id")!.Value)
                : null;
    }

    private static XElement? End(BpmnFile file, XElement association, string attribute) =>
        file.Reference(association, attribute) is { } id ? file.Find(id) : null;
}
