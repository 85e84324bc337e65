using System.Collections.Frozen;

namespace Workflows.Definitions.Processes;

/// <summary>The content of a process or sub-process: nodes and the sequence flows between them.</summary>
public sealed class FlowScope
{
    private readonly FrozenDictionary<string, FlowNode> nodes;
    private readonly FrozenDictionary<string, SequenceFlow> flows;
    private readonly FrozenDictionary<string, BoundaryEvent[]> boundaryEvents;

    public FlowScope(IReadOnlyList<FlowNode> nodes, IReadOnlyList<SequenceFlow> flows)
    {
        Nodes = nodes;
        Flows = flows;
        this.nodes = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        this.flows = flows.ToFrozenDictionary(flow => flow.Id, StringComparer.Ordinal);
        boundaryEvents = nodes.OfType<BoundaryEvent>()
            .GroupBy(boundary => boundary.AttachedToId, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        EventSubProcesses = [.. nodes.OfType<SubProcess>().Where(sub => sub.TriggeredByEvent)];
    }

    /// <summary>The nodes in document order, not those of nested sub-processes.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; }

    public IReadOnlyList<SequenceFlow> Flows { get; }

    public IReadOnlyList<SubProcess> EventSubProcesses { get; }

    /// <summary>The node with this id in this scope.</summary>
    /// <exception cref="KeyNotFoundException">The scope has no such node.</exception>
    public FlowNode Node(string id) => nodes[id];

    public FlowNode? FindNode(string id) => nodes.GetValueOrDefault(id);

    /// <summary>The sequence flow with this id in this scope.</summary>
    /// <exception cref="KeyNotFoundException">The scope has no such flow.</exception>
    public SequenceFlow Flow(string id) => flows[id];

    public IReadOnlyList<BoundaryEvent> BoundaryEventsOf(string activityId) =>
        boundaryEvents.GetValueOrDefault(activityId) ?? [];

    /// <summary>All nodes, those of nested sub-processes included.</summary>
    public IEnumerable<FlowNode> Descendants() => Nodes.SelectMany(node =>
        node is SubProcess sub ? sub.Content.Descendants().Prepend(node) : [node]);
}

/// <summary>A sequence flow; <paramref name="Condition"/> is FEEL or null.</summary>
public sealed record SequenceFlow(string Id, string SourceId, string TargetId, string? Name, string? Condition)
{
    public int Line { get; init; }
}
