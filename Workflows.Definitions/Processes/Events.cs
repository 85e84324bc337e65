namespace Workflows.Definitions.Processes;

/// <summary>An event (BPMN 2.0.2 §10.5): something happens, and is caught or thrown.</summary>
public abstract record Event : FlowNode
{
    /// <summary>What happens; empty for a none event, several for a multiple event.</summary>
    public IReadOnlyList<EventDefinition> Definitions { get; init; } = [];

    /// <summary>True where all definitions have to happen (parallel multiple), false where one is enough.</summary>
    public bool ParallelMultiple { get; init; }
}

public sealed record StartEvent : Event
{
    /// <summary>For the start of an event sub-process: whether it ends the scope it is in.</summary>
    public bool IsInterrupting { get; init; } = true;
}

public sealed record IntermediateCatchEvent : Event;

public sealed record IntermediateThrowEvent : Event;

public sealed record EndEvent : Event;

public sealed record BoundaryEvent : Event
{
    public required string AttachedToId { get; init; }

    /// <summary>True when the activity is interrupted.</summary>
    public bool CancelActivity { get; init; } = true;
}

/// <summary>What an event is about (§10.5.5).</summary>
public abstract record EventDefinition;

public sealed record MessageEventDefinition(string? MessageId) : EventDefinition;

public sealed record SignalEventDefinition(string? SignalId) : EventDefinition;

public sealed record ErrorEventDefinition(string? ErrorId) : EventDefinition;

public sealed record EscalationEventDefinition(string? EscalationId) : EventDefinition;

public sealed record CompensateEventDefinition(string? ActivityId, bool WaitForCompletion) : EventDefinition;

public sealed record CancelEventDefinition : EventDefinition;

public sealed record TerminateEventDefinition : EventDefinition;

public sealed record LinkEventDefinition(string Name) : EventDefinition;

public sealed record ConditionalEventDefinition(string? Condition) : EventDefinition;

/// <summary>A timer. Exactly one of the three is set in a definition that can run.</summary>
/// <param name="Date">A date and time, ISO 8601 or FEEL.</param>
/// <param name="Duration">An ISO 8601 duration, or FEEL; <c>P5W[D]</c>-like working time is written as <c>working days(5)</c>.</param>
/// <param name="Cycle">An ISO 8601 repeating interval.</param>
public sealed record TimerEventDefinition(string? Date, string? Duration, string? Cycle) : EventDefinition;
