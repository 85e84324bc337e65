using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks;

/// <summary>From where to where tokens go within a scope: over flows, over links, and from an activity to its boundary events.</summary>
internal static class FlowWays
{
    public static IEnumerable<FlowNode> Before(FlowNode node, FlowScope scope, Func<SequenceFlow, bool>? canTake = null) => node switch
    {
        BoundaryEvent boundary => [scope.Node(boundary.AttachedToId)],
        IntermediateCatchEvent { Definitions: [LinkEventDefinition link] } => Linked<IntermediateThrowEvent>(scope, link),
        _ => node.Incoming.Select(scope.Flow).Where(flow => canTake?.Invoke(flow) != false).Select(flow => scope.Node(flow.SourceId)),
    };

    public static IEnumerable<FlowNode> After(FlowNode node, FlowScope scope) => node switch
    {
        IntermediateThrowEvent { Definitions: [LinkEventDefinition link] } => Linked<IntermediateCatchEvent>(scope, link),
        _ => node.Outgoing.Select(flow => scope.Node(scope.Flow(flow).TargetId)).Concat(scope.BoundaryEventsOf(node.Id)),
    };

    private static IEnumerable<FlowNode> Linked<T>(FlowScope scope, LinkEventDefinition link)
        where T : Event => scope.Nodes.OfType<T>().Where(other => other.Definitions.Contains(link));
}
