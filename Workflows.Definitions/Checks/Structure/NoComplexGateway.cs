using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>The engine runs complex gateways, but hardly anybody reads them.</summary>
public sealed class NoComplexGateway : IDefinitionRule
{
    public string Id => "no-complex-gateway";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is ComplexGateway
        select new Flaw(at.Node.Id, $"Expected gateways that a reader knows, but '{at.Node.Id}' is a complex gateway.");
}
