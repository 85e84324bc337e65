using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads how an activity repeats.</summary>
internal static class LoopReader
{
    public static LoopCharacteristics? Read(BpmnFile file, XElement activity)
    {
        if (activity.Element(Bpmn.Model + "standardLoopCharacteristics") is { } standard)
        {
            return new StandardLoop(
                file.Flag(standard, "testBefore", absent: false),
                BpmnFile.Feel(standard, "loopCondition"),
                file.Count(standard, "loopMaximum"));
        }

        return activity.Element(Bpmn.Model + "multiInstanceLoopCharacteristics") is { } multiple ? ReadMultiInstance(file, activity, multiple) : null;
    }

    private static MultiInstance ReadMultiInstance(BpmnFile file, XElement activity, XElement loop)
    {
        ApprovalReader.RefuseUnknown(file, loop, ["collection", "item", "output", "outputCollection", "countersign", "agrees", "weight", "threshold"]);
        return new MultiInstance(
            IsSequential: file.Flag(loop, "isSequential", absent: false),
            Cardinality: BpmnFile.Feel(loop, "loopCardinality"),
            InputCollection: BpmnFile.Feel((string?)loop.Attribute(Bpmn.Approval + "collection")),
            InputItem: (string?)loop.Attribute(Bpmn.Approval + "item"),
            OutputItem: BpmnFile.Feel((string?)loop.Attribute(Bpmn.Approval + "output")),
            OutputCollection: (string?)loop.Attribute(Bpmn.Approval + "outputCollection"),
            CompletionCondition: BpmnFile.Feel(loop, "completionCondition"),
            Countersign: CountersignReader.Read(file, activity, loop));
    }
}
