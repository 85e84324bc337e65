using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A process and a sub-process show where they begin.</summary>
public sealed class StartEventRequired : IDefinitionRule
{
    public string Id => "start-event-required";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        where scope.Owner is not AdHocSubProcess && !scope.Content.Nodes.OfType<StartEvent>().Any()
        select new Flaw(scope.Id, $"Expected '{scope.Id}' to have a start event, but it has none.");
}
