using System.Collections.Frozen;
using System.Xml.Linq;

namespace Workflows.Definitions.Processes;

/// <summary>The namespaces and element names of BPMN 2.0 (schemas of formal/2013-12-09).</summary>
public static class Bpmn
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Diagram interchange: BPMN's shapes and edges.</summary>
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// <summary>Diagram interchange: waypoints.</summary>
    public static readonly XNamespace Layout = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>Diagram interchange: bounds and fonts.</summary>
    public static readonly XNamespace Drawing = "http://www.omg.org/spec/DD/20100524/DC";

    /// <summary>What approvals add.</summary>
    public static readonly XNamespace Approval = ApprovalExtension.Namespace;

    /// <summary>Every element that a file may hold in the namespace <see cref="Model"/>; abstract ones are not here.</summary>
    public static readonly FrozenSet<string> Elements = """
        activationCondition adHocSubProcess assignment association auditing boundaryEvent businessRuleTask callActivity
        callChoreography callConversation cancelEventDefinition category categoryValue categoryValueRef childLaneSet choreography
        choreographyRef choreographyTask collaboration compensateEventDefinition completionCondition complexBehaviorDefinition
        complexGateway condition conditionExpression conditionalEventDefinition conversation conversationAssociation
        conversationLink correlationKey correlationProperty correlationPropertyBinding correlationPropertyRef
        correlationPropertyRetrievalExpression correlationSubscription dataAssociation dataInput dataInputAssociation
        dataInputRefs dataObject dataObjectReference dataOutput dataOutputAssociation dataOutputRefs dataPath dataState dataStore
        dataStoreReference definitions documentation endEvent endPoint endPointRef error errorEventDefinition errorRef escalation
        escalationEventDefinition event eventBasedGateway eventDefinitionRef exclusiveGateway expression extension
        extensionElements flowNodeRef formalExpression from globalBusinessRuleTask globalChoreographyTask globalConversation
        globalManualTask globalScriptTask globalTask globalUserTask group humanPerformer implicitThrowEvent import inMessageRef
        inclusiveGateway incoming innerParticipantRef inputDataItem inputSet inputSetRefs interface interfaceRef
        intermediateCatchEvent intermediateThrowEvent ioBinding ioSpecification itemDefinition lane laneSet linkEventDefinition
        loopCardinality loopCondition loopDataInputRef loopDataOutputRef manualTask message messageEventDefinition messageFlow
        messageFlowAssociation messageFlowRef messagePath monitoring multiInstanceLoopCharacteristics operation operationRef
        optionalInputRefs optionalOutputRefs outMessageRef outerParticipantRef outgoing outputDataItem outputSet outputSetRefs
        parallelGateway participant participantAssociation participantMultiplicity participantRef partitionElement partnerEntity
        partnerRole performer potentialOwner process property receiveTask relationship rendering resource
        resourceAssignmentExpression resourceParameter resourceParameterBinding resourceRef resourceRole script scriptTask
        sendTask sequenceFlow serviceTask signal signalEventDefinition source sourceRef standardLoopCharacteristics startEvent
        subChoreography subConversation subProcess supportedInterfaceRef supports target targetRef task terminateEventDefinition
        text textAnnotation timeCycle timeDate timeDuration timerEventDefinition to transaction transformation userTask
        whileExecutingInputRefs whileExecutingOutputRefs
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
