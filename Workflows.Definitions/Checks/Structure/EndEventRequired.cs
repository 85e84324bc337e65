using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A process and a sub-process show where they end.</summary>
public sealed class EndEventRequired : IDefinitionRule
{
    public string Id => "end-event-required";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        where scope.Owner is not AdHocSubProcess && !scope.Content.Nodes.OfType<EndEvent>().Any()
        select new Flaw(scope.Id, $"Expected '{scope.Id}' to have an end event, but it has none.");
}
