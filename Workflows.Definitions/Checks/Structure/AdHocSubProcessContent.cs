using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An ad-hoc sub-process has no beginning and no end: its activities are chosen (BPMN 2.0.2 §10.3.7).</summary>
public sealed class AdHocSubProcessContent : IDefinitionRule
{
    public string Id => "ad-hoc-sub-process";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Scope.Owner is AdHocSubProcess && at.Node is (StartEvent or EndEvent)
        select new Flaw(at.Node.Id, $"Expected ad-hoc sub-process '{at.Scope.Id}' to have neither start nor end events, but it has '{at.Node.Id}'.");
}
