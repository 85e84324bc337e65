using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>What a reader has to understand has a name: activities, events, pools, lanes, and questions with their answers.</summary>
public sealed class LabelRequired : IDefinitionRule
{
    public string Id => "label-required";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        Unnamed(definition).Select(id => new Flaw(id, $"Expected '{id}' to have a name, but it has none."));

    private static IEnumerable<string> Unnamed(DefinitionUnderCheck definition)
    {
        var nodes = definition.Nodes.Where(at => NeedsName(at.Node) && IsBlank(at.Node.Name)).Select(at => at.Node.Id);
        var flows = definition.Scopes.SelectMany(scope => scope.Content.Nodes.OfType<Gateway>().SelectMany(scope.Outgoing))
            .Where(flow => flow.Condition is not null && IsBlank(flow.Name)).Select(flow => flow.Id);
        var lanes = definition.Model.Processes.SelectMany(process => process.Lanes).Where(lane => IsBlank(lane.Name)).Select(lane => lane.Id);
        var pools = definition.Model.Participants.Where(pool => IsBlank(pool.Name)).Select(pool => pool.Id);
        return [.. nodes, .. flows, .. lanes, .. pools];
    }

    private static bool NeedsName(FlowNode node) => node switch
    {
        ParallelGateway or EventBasedGateway => false,
        Gateway => node.Outgoing.Count > 1,
        SubProcess => false,

        // What is drawn at the edge of an activity says by its sign what happens.
        BoundaryEvent => false,
        _ => true,
    };

    private static bool IsBlank(string? name) => string.IsNullOrWhiteSpace(name);
}
