using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads the lanes of a process, those inside lanes and sub-processes included.</summary>
/// <remarks>A lane without a department has that of the lane around it.</remarks>
internal sealed class LaneReader
{
    private readonly BpmnFile file;
    private readonly List<Lane> lanes = [];
    private readonly Dictionary<string, string> laneOfNode = new(StringComparer.Ordinal);

    public LaneReader(BpmnFile file, XElement process)
    {
        this.file = file;
        foreach (var laneSet in process.Descendants(Bpmn.Model + "laneSet"))
        {
            ReadLanes(laneSet, department: null);
        }
    }

    public IReadOnlyList<Lane> Lanes => lanes;

    /// <summary>The innermost lane that names the node, or null.</summary>
    public string? LaneOf(string nodeId) => laneOfNode.GetValueOrDefault(nodeId);

    private void ReadLanes(XElement laneSet, string? department)
    {
        foreach (var element in laneSet.Elements(Bpmn.Model + "lane"))
        {
            var approval = ApprovalReader.Read(file, element);
            var lane = new Lane(file.RequiredId(element), (string?)element.Attribute("name"), approval.Department ?? department);
            lanes.Add(lane);
            foreach (var reference in element.Elements(Bpmn.Model + "flowNodeRef"))
            {
                laneOfNode[file.TextReference(reference, FlowNodeReader.Names)] = lane.Id;
            }

            foreach (var inner in element.Elements(Bpmn.Model + "childLaneSet"))
            {
                ReadLanes(inner, lane.Department);
            }
        }
    }
}
