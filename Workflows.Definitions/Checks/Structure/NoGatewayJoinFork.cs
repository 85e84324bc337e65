using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A gateway joins or splits, not both at once.</summary>
public sealed class NoGatewayJoinFork : IDefinitionRule
{
    public string Id => "no-gateway-join-fork";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Gateway { Incoming.Count: > 1, Outgoing.Count: > 1 }
        select new Flaw(at.Node.Id, $"Expected gateway '{at.Node.Id}' to join or to split, but it does both.");
}
