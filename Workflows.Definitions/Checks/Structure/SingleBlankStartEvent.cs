using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>At most one none start event a process: with two, nobody knows where a case begins.</summary>
public sealed class SingleBlankStartEvent : IDefinitionRule
{
    public string Id => "single-blank-start-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        from second in scope.Content.Nodes.OfType<StartEvent>().Where(start => start.Definitions.Count == 0).Skip(1)
        select new Flaw(second.Id, $"Expected one start event without a trigger in '{scope.Id}', but '{second.Id}' is another.");
}
