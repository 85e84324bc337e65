using System.Collections.Concurrent;
using System.Collections.Frozen;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.Definitions;

/// <summary>A process with what running it looks up again and again.</summary>
public sealed class ExecutableProcess
{
    private readonly FrozenDictionary<string, PlacedNode> nodes;
    private readonly ConcurrentDictionary<string, JoinReach> joins = new(StringComparer.Ordinal);

    public ExecutableProcess(ProcessDefinition definition)
    {
        Definition = definition;
        nodes = Places(definition.Content).ToFrozenDictionary(place => place.Node.Id, StringComparer.Ordinal);
    }

    public ProcessDefinition Definition { get; }

    /// <summary>The node with this id, wherever it is nested, and the content that holds it.</summary>
    /// <exception cref="KeyNotFoundException">The process has no such node.</exception>
    public PlacedNode Place(string elementId) => nodes[elementId];

    public PlacedNode? FindPlace(string elementId) => nodes.GetValueOrDefault(elementId);

    /// <summary>From where the incoming flows of a joining gateway can still be reached.</summary>
    public JoinReach ReachOf(FlowNode gateway) =>
        joins.GetOrAdd(gateway.Id, id => JoinReach.Of(nodes[id].Content, gateway));

    private static IEnumerable<PlacedNode> Places(FlowScope content) => content.Nodes.SelectMany(node =>
        node is SubProcess sub ? Places(sub.Content).Prepend(new PlacedNode(node, content)) : [new PlacedNode(node, content)]);
}

/// <summary>A node and the content (process or sub-process) in which it stands.</summary>
public sealed record PlacedNode(FlowNode Node, FlowScope Content);
