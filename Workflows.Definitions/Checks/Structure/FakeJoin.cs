using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Where flows meet stands a gateway: an activity or event does not join them, it runs once for each.</summary>
public sealed class FakeJoin : IDefinitionRule
{
    public string Id => "fake-join";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Activity or Event && at.Node.Incoming.Count > 1
        select new Flaw(at.Node.Id, $"Expected one sequence flow into '{at.Node.Id}', but {at.Node.Incoming.Count} meet there without being joined.");
}
