using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Every node is part of the flow.</summary>
public sealed class NoDisconnected : IDefinitionRule
{
    public string Id => "no-disconnected";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is { Incoming: [], Outgoing: [] } && at.Scope.Owner is not AdHocSubProcess && !IsConnectedOtherwise(at.Node)
        select new Flaw(at.Node.Id, $"Expected '{at.Node.Id}' to have an incoming or outgoing sequence flow, but it has neither.");

    private static bool IsConnectedOtherwise(FlowNode node) => node switch
    {
        SubProcess { TriggeredByEvent: true } or Activity { IsForCompensation: true } => true,
        BoundaryEvent { Definitions: [CompensateEventDefinition] } => true,
        IntermediateCatchEvent { Definitions: [LinkEventDefinition] } or IntermediateThrowEvent { Definitions: [LinkEventDefinition] } => true,
        _ => false,
    };
}
