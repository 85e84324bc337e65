using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An event is about one thing: what several triggers mean together, few readers know.</summary>
public sealed class SingleEventDefinition : IDefinitionRule
{
    public string Id => "single-event-definition";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Event { Definitions.Count: > 1 }
        select new Flaw(at.Node.Id, $"Expected event '{at.Node.Id}' to be about one thing, but it has several definitions.");
}
