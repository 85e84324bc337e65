namespace Workflows.Definitions.Processes;

/// <summary>A node of a process: an activity, an event or a gateway (BPMN 2.0.2 §10.3–10.6).</summary>
public abstract record FlowNode
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Ids of the incoming sequence flows, in document order.</summary>
    public IReadOnlyList<string> Incoming { get; init; } = [];

    /// <summary>Ids of the outgoing sequence flows, in document order.</summary>
    public IReadOnlyList<string> Outgoing { get; init; } = [];

    /// <summary>Id of the lane that holds the node, or null.</summary>
    public string? LaneId { get; init; }

    /// <summary>What approvals add to the element; empty where the file says nothing.</summary>
    public ApprovalExtension Approval { get; init; } = ApprovalExtension.None;

    /// <summary>Line of the element in its file, 1-based; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>The name for people: the element's name, else its id.</summary>
    public string Label => string.IsNullOrWhiteSpace(Name) ? Id : Name;
}
