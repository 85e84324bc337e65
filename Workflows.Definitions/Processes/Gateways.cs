namespace Workflows.Definitions.Processes;

/// <summary>A gateway (BPMN 2.0.2 §10.6, §13.4): where paths part and meet.</summary>
public abstract record Gateway : FlowNode;

public sealed record ExclusiveGateway : Gateway
{
    public string? DefaultFlowId { get; init; }
}

public sealed record InclusiveGateway : Gateway
{
    public string? DefaultFlowId { get; init; }
}

public sealed record ParallelGateway : Gateway;

public sealed record EventBasedGateway : Gateway
{
    public bool Instantiate { get; init; }

    /// <summary>True for the parallel kind, which starts a process once all of its events have happened.</summary>
    public bool IsParallel { get; init; }
}

public sealed record ComplexGateway : Gateway
{
    public string? DefaultFlowId { get; init; }

    /// <summary>A FEEL expression over the number of tokens, e.g. <c>activationCount >= 2</c>.</summary>
    public string? ActivationCondition { get; init; }
}
