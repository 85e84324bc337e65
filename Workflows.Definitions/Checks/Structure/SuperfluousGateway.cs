using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A gateway splits or joins.</summary>
public sealed class SuperfluousGateway : IDefinitionRule
{
    public string Id => "superfluous-gateway";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Gateway { Incoming.Count: 1, Outgoing.Count: 1 }
        select new Flaw(at.Node.Id, $"Expected gateway '{at.Node.Id}' to split or to join, but it has one flow in and one out.");
}
