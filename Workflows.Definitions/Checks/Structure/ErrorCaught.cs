using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>An error that is thrown is caught: by a boundary event or an event sub-process around it (BPMN 2.0.2 §10.5.6).</summary>
/// <remarks>
/// Only the process that a service starts, the first of its file, is judged: what a called process throws, its caller catches. An error that nothing catches stops the case with an
/// incident.
/// </remarks>
public sealed class ErrorCaught : IDefinitionRule
{
    public string Id => "error-caught";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) => definition.Service is null || definition.Model.Processes is not [var main, ..]
        ? []
        : Uncaught(definition, definition.Model, main, [])
            .Select(error => new Flaw(error.ElementId, $"Expected error '{error.Code}' of '{error.ElementId}' to be caught around it, but nothing catches it."));

    /// <summary>The errors that leave a process, with the element of the process from which they come.</summary>
    private static IEnumerable<(string ElementId, string Code)> Uncaught(DefinitionUnderCheck definition, ProcessModel model, ProcessDefinition process, HashSet<string> calling)
    {
        var scopes = new DefinitionUnderCheck(model).Scopes.Where(scope => scope.Process == process).ToList();
        return from scope in scopes
               from node in scope.Content.Nodes
               from code in ThrownBy(definition, model, node, calling)
               where !IsCaught(model, scopes, scope, node, code)
               select (node.Id, code);
    }

    private static IEnumerable<string> ThrownBy(DefinitionUnderCheck definition, ProcessModel model, FlowNode node, HashSet<string> calling)
    {
        if (node is EndEvent end)
        {
            return end.Definitions.OfType<ErrorEventDefinition>().Select(error => CodeOf(model, error) ?? "");
        }

        if (node is not CallActivity { CalledElement: { } called } || definition.FindModel(called) is not { } calledModel || !calling.Add(called))
        {
            return [];
        }

        List<string> codes = [.. Uncaught(definition, calledModel, calledModel.Processes.First(process => process.Id == called), calling).Select(error => error.Code).Distinct()];
        calling.Remove(called);
        return codes;
    }

    private static bool IsCaught(ProcessModel model, List<ScopeUnderCheck> scopes, ScopeUnderCheck scope, FlowNode thrower, string code)
    {
        var (at, inner) = (scope, thrower);
        while (!CatchesAt(model, at, inner, code))
        {
            if (at.Owner is null)
            {
                return false;
            }

            inner = at.Owner;
            at = scopes.Find(outer => outer.Content.FindNode(inner.Id) is not null)!;
        }

        return true;
    }

    private static bool CatchesAt(ProcessModel model, ScopeUnderCheck scope, FlowNode inner, string code) =>
        scope.Content.BoundaryEventsOf(inner.Id).Any(boundary => Catches(model, boundary, code))
        || scope.Content.EventSubProcesses.Any(sub => sub.Id != inner.Id && sub.Content.Nodes.OfType<StartEvent>().Any(start => Catches(model, start, code)));

    private static bool Catches(ProcessModel model, Event caught, string code) =>
        caught.Definitions.OfType<ErrorEventDefinition>().Any(error => CodeOf(model, error) is var caughtCode && (caughtCode is null || caughtCode == code));

    private static string? CodeOf(ProcessModel model, ErrorEventDefinition error) =>
        error.ErrorId is { } id ? model.Errors.GetValueOrDefault(id) is { } reference ? reference.Code ?? reference.Name ?? id : id : null;
}
