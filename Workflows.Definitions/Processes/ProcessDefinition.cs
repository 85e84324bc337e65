namespace Workflows.Definitions.Processes;

/// <summary>One process of a BPMN file, as the engine reads it.</summary>
public sealed record ProcessDefinition
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public bool IsExecutable { get; init; }

    public required FlowScope Content { get; init; }

    public IReadOnlyList<Lane> Lanes { get; init; } = [];

    /// <summary>Compensation handlers by the activity they undo: boundary event's activity → handler's id.</summary>
    public IReadOnlyDictionary<string, string> CompensationHandlers { get; init; } = new Dictionary<string, string>();

    public Lane? LaneOf(FlowNode node) => Lanes.FirstOrDefault(lane => lane.Id == node.LaneId);

    /// <summary>The node with this id, wherever it is nested.</summary>
    public FlowNode? FindNode(string id) => Content.Descendants().FirstOrDefault(node => node.Id == id);
}

/// <summary>A lane; in an approval flow, a department.</summary>
public sealed record Lane(string Id, string? Name, string? Department);

/// <summary>A pool of a collaboration (BPMN 2.0.2 §9.2); <paramref name="ProcessId"/> is null for a black box.</summary>
public sealed record Participant(string Id, string? Name, string? ProcessId);

/// <summary>A message flow between pools or their elements.</summary>
public sealed record MessageFlow(string Id, string? Name, string SourceId, string TargetId, string? MessageId);

/// <summary>A message, signal, error or escalation that events refer to; <paramref name="Code"/> for the last two.</summary>
public sealed record EventReference(string Id, string? Name, string? Code);
