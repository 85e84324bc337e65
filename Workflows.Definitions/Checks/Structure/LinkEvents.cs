using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A link has a name, one target in its scope and at least one source (BPMN 2.0.2 §10.5.5).</summary>
public sealed class LinkEvents : IDefinitionRule
{
    public string Id => "link-event";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) => definition.Scopes.SelectMany(InScope);

    private static IEnumerable<Flaw> InScope(ScopeUnderCheck scope)
    {
        var links = scope.Content.Nodes.OfType<Event>()
            .SelectMany(node => node.Definitions.OfType<LinkEventDefinition>().Select(link => (Node: node, link.Name)))
            .ToList();
        foreach (var (node, _) in links.Where(link => string.IsNullOrWhiteSpace(link.Name)))
        {
            yield return new Flaw(node.Id, $"Expected link event '{node.Id}' to name its link, but it does not.");
        }

        foreach (var link in links.Where(link => !string.IsNullOrWhiteSpace(link.Name)).ToLookup(link => link.Name, link => link.Node))
        {
            var targets = link.Where(node => node is IntermediateCatchEvent).ToList();
            foreach (var second in targets.Skip(1))
            {
                yield return new Flaw(second.Id, $"Expected one target of link '{link.Key}' in '{scope.Id}', but '{second.Id}' is another.");
            }

            if (targets.Count == 0 || targets.Count == link.Count())
            {
                yield return new Flaw(link.First().Id, $"Expected link '{link.Key}' to lead from one event to another in '{scope.Id}', but it has no {(targets.Count == 0 ? "target" : "source")}.");
            }
        }
    }
}
