using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Where the flow splits stands a gateway, or conditions that say so.</summary>
public sealed class NoImplicitSplit : IDefinitionRule
{
    public string Id => "no-implicit-split";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Activity or Event
        let unconditional = at.Scope.Outgoing(at.Node).Count(flow => flow.Condition is null && flow.Id != (at.Node as Activity)?.DefaultFlowId)
        where unconditional > 1
        select new Flaw(at.Node.Id, $"Expected one sequence flow without a condition to leave '{at.Node.Id}', but {unconditional} do: all of them are taken.");
}
