using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A path ends at an end event, which says with what result.</summary>
public sealed class NoImplicitEnd : IDefinitionRule
{
    public string Id => "no-implicit-end";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node.Outgoing.Count == 0 && at.Scope.Owner is not AdHocSubProcess && !EndsByItself(at.Node)
        select new Flaw(at.Node.Id, $"Expected an outgoing sequence flow at '{at.Node.Id}', but it has none: its path would end there unseen.");

    private static bool EndsByItself(FlowNode node) => node is EndEvent
        or SubProcess { TriggeredByEvent: true }
        or Activity { IsForCompensation: true }
        or BoundaryEvent { Definitions: [CompensateEventDefinition] }
        or IntermediateThrowEvent { Definitions: [LinkEventDefinition] };
}
