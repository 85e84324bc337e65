using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads the sequence flows of a process and knows each node's incoming and outgoing ones.</summary>
/// <remarks>A flow belongs to the scope of its two nodes, wherever the file states it.</remarks>
internal sealed class SequenceFlowReader
{
    private readonly ILookup<XElement, SequenceFlow> byScope;
    private readonly ILookup<string, string> byTarget;
    private readonly ILookup<string, string> bySource;

    public SequenceFlowReader(BpmnFile file, XElement process)
    {
        var read = process.Descendants(Bpmn.Model + "sequenceFlow")
            .Select(element => Read(file, element))
            .OfType<(XElement Scope, SequenceFlow Flow)>()
            .ToList();
        byScope = read.ToLookup(pair => pair.Scope, pair => pair.Flow);
        byTarget = read.ToLookup(pair => pair.Flow.TargetId, pair => pair.Flow.Id, StringComparer.Ordinal);
        bySource = read.ToLookup(pair => pair.Flow.SourceId, pair => pair.Flow.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<SequenceFlow> Of(XElement scope) => [.. byScope[scope]];

    public IReadOnlyList<string> IncomingOf(string nodeId) => [.. byTarget[nodeId]];

    public IReadOnlyList<string> OutgoingOf(string nodeId) => [.. bySource[nodeId]];

    private static (XElement Scope, SequenceFlow Flow)? Read(BpmnFile file, XElement element)
    {
        var id = file.RequiredId(element);
        var source = End(file, element, "sourceRef");
        var target = End(file, element, "targetRef");
        if (source is null || target is null)
        {
            return null;
        }

        if (source.Parent != target.Parent)
        {
            file.Report(element, $"Expected sequence flow '{id}' to stay in one process or sub-process, but it goes from '{source.Attribute("id")!.Value}' to '{target.Attribute("id")!.Value}'.");
            return null;
        }

        var flow = new SequenceFlow(
            id,
            source.Attribute("id")!.Value,
            target.Attribute("id")!.Value,
            (string?)element.Attribute("name"),
            BpmnFile.Feel(element, "conditionExpression"))
        { Line = BpmnFile.Line(element) };
        return (source.Parent!, flow);
    }

    private static XElement? End(BpmnFile file, XElement flow, string attribute)
    {
        if (flow.Attribute(attribute) is null)
        {
            file.Report(flow, $"Expected sequence flow '{(string?)flow.Attribute("id")}' to have '{attribute}', but it has none.");
            return null;
        }

        var node = file.Find(file.Reference(flow, attribute, FlowNodeReader.Names)!);
        return node is not null && FlowNodeReader.IsFlowNode(node) ? node : null;
    }
}
