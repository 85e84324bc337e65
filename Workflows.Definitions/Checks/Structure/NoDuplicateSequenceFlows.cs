namespace Workflows.Definitions.Checks.Structure;

/// <summary>Two nodes are connected once: a second flow would give a second token.</summary>
public sealed class NoDuplicateSequenceFlows : IDefinitionRule
{
    public string Id => "no-duplicate-sequence-flows";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        from same in scope.Content.Flows.GroupBy(flow => (flow.SourceId, flow.TargetId, flow.Condition))
        from duplicate in same.Skip(1)
        select new Flaw(duplicate.Id, $"Expected one sequence flow from '{duplicate.SourceId}' to '{duplicate.TargetId}', but '{duplicate.Id}' repeats '{same.First().Id}'.");
}
