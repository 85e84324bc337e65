using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An event sub-process begins with exactly one event that happens (BPMN 2.0.2 §10.3.5).</summary>
public sealed class EventSubProcessTypedStartEvent : IDefinitionRule
{
    public string Id => "event-sub-process-typed-start-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes.Where(scope => scope.IsEventSubProcess)
        from flaw in InScope(scope)
        select flaw;

    private static IEnumerable<Flaw> InScope(ScopeUnderCheck scope)
    {
        var starts = scope.Content.Nodes.OfType<StartEvent>().ToList();
        if (starts.Count > 1)
        {
            yield return new Flaw(scope.Id, $"Expected event sub-process '{scope.Id}' to have one start event, but it has {starts.Count}.");
        }

        foreach (var blank in starts.Where(start => start.Definitions.Count == 0))
        {
            yield return new Flaw(blank.Id, $"Expected start event '{blank.Id}' of an event sub-process to say what happens, but it has no trigger.");
        }
    }
}
