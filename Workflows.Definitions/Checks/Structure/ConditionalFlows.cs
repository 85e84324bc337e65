using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A node that splits on conditions states one for every flow but the default.</summary>
public sealed class ConditionalFlows : IDefinitionRule
{
    public string Id => "conditional-flows";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is ExclusiveGateway or InclusiveGateway or ComplexGateway or Activity
        let defaultFlow = DefaultFlowOf(at.Node)
        let flows = at.Scope.Outgoing(at.Node).ToList()
        where flows.Count > 1 && (at.Node is ExclusiveGateway || defaultFlow is not null || flows.Exists(flow => flow.Condition is not null))
        from flow in flows
        where flow.Condition is null && flow.Id != defaultFlow
        select new Flaw(flow.Id, $"Expected sequence flow '{flow.Id}' to have a condition or to be the default of '{at.Node.Id}', but it is neither.");

    private static string? DefaultFlowOf(FlowNode node) => node switch
    {
        ExclusiveGateway gateway => gateway.DefaultFlowId,
        InclusiveGateway gateway => gateway.DefaultFlowId,
        ComplexGateway gateway => gateway.DefaultFlowId,
        Activity activity => activity.DefaultFlowId,
        _ => null,
    };
}
