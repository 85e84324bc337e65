using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>Reads the nodes of a scope, those of its sub-processes included.</summary>
internal sealed class FlowNodeReader(BpmnFile file, LaneReader lanes, SequenceFlowReader flows)
{
    private static readonly string[] Activities =
    [
        "task", "manualTask", "userTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "callActivity", "subProcess", "transaction", "adHocSubProcess",
    ];

    /// <summary>The elements that are nodes of a process.</summary>
    public static readonly string[] Names =
    [
        .. Activities,
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
        "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway",
    ];

    private readonly EventDefinitionReader eventDefinitions = new(file);

    public static bool IsActivity(XElement element) =>
        element.Name.Namespace == Bpmn.Model && Activities.Contains(element.Name.LocalName);

    public static bool IsFlowNode(XElement element) =>
        element.Name.Namespace == Bpmn.Model && Names.Contains(element.Name.LocalName);

    /// <param name="laneId">The lane around the scope: that of its nodes which no lane names.</param>
    public FlowScope ReadScope(XElement scope, string? laneId)
    {
        var nodes = scope.Elements().Where(IsFlowNode).Select(element => ReadNode(element, laneId)).ToList();
        return new FlowScope([.. nodes.DistinctBy(node => node.Id)], [.. flows.Of(scope).DistinctBy(flow => flow.Id)]);
    }

    private FlowNode ReadNode(XElement element, string? outerLaneId)
    {
        var id = file.RequiredId(element);
        var laneId = lanes.LaneOf(id) ?? outerLaneId;
        CheckFlowReferences(element);
        var node = ReadKind(element, id, laneId);
        node = node switch
        {
            Activity activity => activity with
            {
                DefaultFlowId = DefaultFlow(element, id),
                Loop = LoopReader.Read(file, element),
                IsForCompensation = file.Flag(element, "isForCompensation", absent: false),
            },
            Event @event => @event with
            {
                Definitions = eventDefinitions.Read(element),
                ParallelMultiple = file.Flag(element, "parallelMultiple", absent: false),
            },
            _ => node,
        };

        return node with
        {
            Name = (string?)element.Attribute("name"),
            Incoming = flows.IncomingOf(id),
            Outgoing = flows.OutgoingOf(id),
            LaneId = laneId,
            Approval = ApprovalReader.Read(file, element),
            Line = BpmnFile.Line(element),
        };
    }

    private FlowNode ReadKind(XElement element, string id, string? laneId) => element.Name.LocalName switch
    {
        "task" => new AbstractTask { Id = id },
        "manualTask" => new ManualTask { Id = id },
        "userTask" => new UserTask { Id = id },
        "serviceTask" => new ServiceTask { Id = id },
        "sendTask" => new SendTask { Id = id, MessageId = file.Reference(element, "messageRef", "message") },
        "receiveTask" => new ReceiveTask
        {
            Id = id,
            MessageId = file.Reference(element, "messageRef", "message"),
            Instantiate = file.Flag(element, "instantiate", absent: false),
        },
        "scriptTask" => new ScriptTask
        {
            Id = id,
            ScriptFormat = (string?)element.Attribute("scriptFormat"),
            Script = BpmnFile.Feel(element, "script"),
        },
        "businessRuleTask" => new BusinessRuleTask { Id = id },
        "callActivity" => new CallActivity { Id = id, CalledElement = BpmnFile.WithoutPrefix((string?)element.Attribute("calledElement")) },
        "subProcess" => new SubProcess
        {
            Id = id,
            Content = ReadScope(element, laneId),
            TriggeredByEvent = file.Flag(element, "triggeredByEvent", absent: false),
        },
        "transaction" => new Transaction { Id = id, Content = ReadScope(element, laneId) },
        "adHocSubProcess" => new AdHocSubProcess
        {
            Id = id,
            Content = ReadScope(element, laneId),
            Sequential = (string?)element.Attribute("ordering") == "Sequential",
            CompletionCondition = BpmnFile.Feel(element, "completionCondition"),
            CancelRemainingInstances = file.Flag(element, "cancelRemainingInstances", absent: true),
        },
        "startEvent" => new StartEvent { Id = id, IsInterrupting = file.Flag(element, "isInterrupting", absent: true) },
        "endEvent" => new EndEvent { Id = id },
        "intermediateCatchEvent" => new IntermediateCatchEvent { Id = id },
        "intermediateThrowEvent" => new IntermediateThrowEvent { Id = id },
        "boundaryEvent" => new BoundaryEvent
        {
            Id = id,
            AttachedToId = AttachedTo(element, id),
            CancelActivity = file.Flag(element, "cancelActivity", absent: true),
        },
        "exclusiveGateway" => new ExclusiveGateway { Id = id, DefaultFlowId = DefaultFlow(element, id) },
        "inclusiveGateway" => new InclusiveGateway { Id = id, DefaultFlowId = DefaultFlow(element, id) },
        "parallelGateway" => new ParallelGateway { Id = id },
        "eventBasedGateway" => new EventBasedGateway
        {
            Id = id,
            Instantiate = file.Flag(element, "instantiate", absent: false),
            IsParallel = (string?)element.Attribute("eventGatewayType") == "Parallel",
        },
        _ => new ComplexGateway
        {
            Id = id,
            DefaultFlowId = DefaultFlow(element, id),
            ActivationCondition = BpmnFile.Feel(element, "activationCondition"),
        },
    };

    private string? DefaultFlow(XElement element, string id)
    {
        var flowId = file.Reference(element, "default", "sequenceFlow");
        if (flowId is not null && file.Find(flowId) is not null && !flows.OutgoingOf(id).Contains(flowId))
        {
            file.Report(element, $"Expected the default flow of '{id}' to leave it, but '{flowId}' does not.");
        }

        return flowId;
    }

    private string AttachedTo(XElement boundary, string id)
    {
        var activityId = file.Reference(boundary, "attachedToRef", Activities);
        if (activityId is null)
        {
            file.Report(boundary, $"Expected boundary event '{id}' to be attached to an activity, but it has no 'attachedToRef'.");
            return "";
        }

        if (file.Find(activityId) is { } activity && activity.Parent != boundary.Parent)
        {
            file.Report(boundary, $"Expected boundary event '{id}' to be in the same process or sub-process as '{activityId}', but it is not.");
        }

        return activityId;
    }

    private void CheckFlowReferences(XElement element)
    {
        foreach (var reference in element.Elements().Where(child => child.Name == Bpmn.Model + "incoming" || child.Name == Bpmn.Model + "outgoing"))
        {
            file.TextReference(reference, "sequenceFlow");
        }
    }
}
