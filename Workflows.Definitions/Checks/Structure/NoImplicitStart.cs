using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>What runs was reached over a sequence flow or started by an event.</summary>
public sealed class NoImplicitStart : IDefinitionRule
{
    public string Id => "no-implicit-start";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node.Incoming.Count == 0 && at.Scope.Owner is not AdHocSubProcess && !StartsByItself(at.Node)
        select new Flaw(at.Node.Id, $"Expected an incoming sequence flow at '{at.Node.Id}', but it has none: it would start together with '{at.Scope.Id}'.");

    private static bool StartsByItself(FlowNode node) => node is StartEvent
        or BoundaryEvent
        or SubProcess { TriggeredByEvent: true }
        or Activity { IsForCompensation: true }
        or IntermediateCatchEvent { Definitions: [LinkEventDefinition] };
}
