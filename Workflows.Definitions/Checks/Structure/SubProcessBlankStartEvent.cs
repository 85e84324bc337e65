using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An embedded sub-process starts when it is entered, not by an event of its own (BPMN 2.0.2 §10.3.5).</summary>
public sealed class SubProcessBlankStartEvent : IDefinitionRule
{
    public string Id => "sub-process-blank-start-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        where scope.Owner is { TriggeredByEvent: false }
        from start in scope.Content.Nodes.OfType<StartEvent>()
        where start.Definitions.Count > 0
        select new Flaw(start.Id, $"Expected start event '{start.Id}' of a sub-process to have no trigger, but it has one.");
}
