using Workflows.Definitions.Processes.Diagrams;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>What runs can be seen: every node, flow, pool and lane is drawn.</summary>
public sealed class ElementDrawn : IDefinitionRule
{
    public string Id => "element-drawn";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        try
        {
            return Undrawn(definition, ProcessDiagram.ReadAll(definition.Model));
        }
        catch (DefinitionException broken)
        {
            return broken.Errors.Select(error => new Flaw(error.ElementId, error.Message));
        }
    }

    private static IEnumerable<Flaw> Undrawn(DefinitionUnderCheck definition, IReadOnlyList<ProcessDiagram> diagrams)
    {
        var drawn = diagrams.SelectMany(diagram => diagram.Shapes.Select(shape => shape.ElementId).Concat(diagram.Edges.Select(edge => edge.ElementId))).ToHashSet();
        var nodes = definition.Nodes.Select(at => at.Node.Id);
        var flows = definition.Scopes.SelectMany(scope => scope.Content.Flows).Select(flow => flow.Id);
        var pools = definition.Model.Participants.Select(pool => pool.Id);
        var lanes = definition.Model.Processes.SelectMany(process => process.Lanes).Select(lane => lane.Id);
        return nodes.Concat(flows).Concat(pools).Concat(lanes)
            .Where(id => !drawn.Contains(id))
            .Select(id => new Flaw(id, $"Expected '{id}' to be drawn, but no diagram shows it."));
    }
}
