using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Only a transaction can be cancelled: cancel ends stand in one, cancel boundary events at one (BPMN 2.0.2 §10.5.5).</summary>
public sealed class CancelEvents : IDefinitionRule
{
    public string Id => "cancel-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Event cancelled && cancelled.Definitions.Any(about => about is CancelEventDefinition)
        where at.Node switch
        {
            EndEvent => at.Scope.Owner is not Transaction,
            BoundaryEvent boundary => at.Scope.Content.FindNode(boundary.AttachedToId) is not Transaction,
            _ => true,
        }
        select new Flaw(at.Node.Id, $"Expected cancel event '{at.Node.Id}' to be an end in a transaction or to be attached to one, but it is not.");
}
