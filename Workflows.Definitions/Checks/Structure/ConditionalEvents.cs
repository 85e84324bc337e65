using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A conditional event states its condition: without one it never happens.</summary>
public sealed class ConditionalEvents : IDefinitionRule
{
    public string Id => "conditional-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is Event caught && caught.Definitions.Any(about => about is ConditionalEventDefinition { Condition: null })
        select new Flaw(at.Node.Id, $"Expected conditional event '{at.Node.Id}' to have a condition, but it has none.");
}
