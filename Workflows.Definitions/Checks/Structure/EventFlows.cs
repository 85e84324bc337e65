using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Nothing leads into a start or boundary event, and nothing out of an end event (BPMN 2.0.2 §10.5.2–10.5.4).</summary>
public sealed class EventFlows : IDefinitionRule
{
    public string Id => "event-flows";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        let flows = at.Node switch
        {
            StartEvent or BoundaryEvent => at.Node.Incoming,
            EndEvent => at.Node.Outgoing,
            _ => [],
        }
        where flows.Count > 0
        select new Flaw(at.Node.Id, at.Node is EndEvent
            ? $"Expected no sequence flow out of end event '{at.Node.Id}', but '{flows[0]}' leaves it."
            : $"Expected no sequence flow into '{at.Node.Id}', but '{flows[0]}' leads there.");
}
