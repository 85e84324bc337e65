using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Engine.Countersigning;

namespace Workflows.Engine.Execution;

/// <summary>A living element of a case: a process, sub-process, activity, event or gateway that was entered and not left.</summary>
/// <param name="ScopeId">The instance that contains it; null for a process at the top.</param>
/// <param name="ProcessId">The process whose content the element is in.</param>
/// <param name="ElementId">The element; for a process at the top, the process's own id.</param>
/// <param name="ReturnsTo">For a step that is done once more and comes straight back: the work item that waits for it; its scope is that item's instance.</param>
/// <param name="Signer">For a signature that the definition does not ask for: who was asked to sign; null for any other.</param>
public sealed record ElementInstance(
    int Id, int? ScopeId, string ProcessId, string ElementId, DateTimeOffset EnteredAt, int? ReturnsTo = null, AddedSigner? Signer = null)
{
    /// <summary>The matter in whose handling it lives, or null.</summary>
    public string? Matter { get; init; }

    /// <summary>Variables that only this element and what it contains see.</summary>
    public FeelContext? Variables { get; init; }

    /// <summary>The state of a loop, on the instance that holds the repetitions.</summary>
    public LoopState? Loop { get; init; }

    /// <summary>The number of this repetition, 1-based; null where nothing repeats.</summary>
    public int? LoopCounter { get; init; }

    /// <summary>For a compensation handler: the instance that threw the compensation and waits for it.</summary>
    public int? CompensationOf { get; init; }

    /// <summary>For a compensation event sub-process: the instance whose completed content it undoes.</summary>
    public int? CompensatedScopeId { get; init; }

    /// <summary>For an instance that waits for compensation: the records still to be undone, the next one first.</summary>
    public ImmutableList<int> PendingCompensations { get; init; } = [];

    /// <summary>For a complex gateway that has fired: the incoming flows that it has seen.</summary>
    public ImmutableList<string> FlowsSeen { get; init; } = [];

    /// <summary>What the element waits for beside its content.</summary>
    public InstanceState State { get; init; }
}

/// <summary>The repetitions of a loop or multi-instance.</summary>
/// <param name="Items">The items, one an instance, or null where only a number is given.</param>
/// <param name="Total">How many there will be; for a standard loop the maximum, or null.</param>
/// <param name="Signing">Its signatures and what officers changed of its signers; null where nobody has signed and nothing was changed.</param>
public sealed record LoopState(
    ImmutableList<FeelValue>? Items, int? Total, int Started, int Completed, ImmutableList<FeelValue> Outputs, Signing? Signing = null)
{
    /// <summary>How many there will be with those that were added and without those that were removed.</summary>
    internal int? Expected => Total + (Signing?.Added ?? 0) - (Signing?.Removed ?? 0);
}

public enum InstanceState
{
    Active,

    /// <summary>Done itself; waits for compensation that it has thrown.</summary>
    Compensating,

    /// <summary>A transaction that was cancelled: it waits for its compensation, then takes its cancel event.</summary>
    Cancelling,

    /// <summary>Stopped by an incident.</summary>
    Incident,
}

/// <summary>A token on a sequence flow of a scope.</summary>
/// <param name="SourceId">The instance that was left over the flow; null where it was before cases kept their ways.</param>
public sealed record FlowToken(int Id, int ScopeId, string FlowId, int? SourceId = null);

/// <summary>Something that a case waits for from outside or from elsewhere in the case.</summary>
/// <param name="InstanceId">The instance that waits: the catch event, the activity of a boundary event, the scope of an event sub-process.</param>
/// <param name="ProcessId">The process whose content the event is in.</param>
/// <param name="ElementId">The event that happens.</param>
/// <param name="Name">The message's or signal's name, the condition's text, or null.</param>
/// <param name="DueAt">The instant of a timer.</param>
public sealed record Subscription(
    int Id,
    int InstanceId,
    string ProcessId,
    string ElementId,
    SubscriptionKind Kind,
    string? Name,
    DateTimeOffset? DueAt)
{
    /// <summary>The value that a message has to carry, or null.</summary>
    public FeelValue? Correlation { get; init; }

    /// <summary>The position of the event definition in its event, for events with several.</summary>
    public int DefinitionIndex { get; init; }

    /// <summary>For a timer cycle: how often it may still fire; null without end.</summary>
    public int? Remaining { get; init; }

    /// <summary>True for a part of a parallel multiple event that has happened already.</summary>
    public bool Happened { get; init; }
}

public enum SubscriptionKind
{
    Message,
    Signal,
    Timer,
    Condition,

    /// <summary>Only an explicit trigger makes it happen; for events that name nothing.</summary>
    None,
}

/// <summary>A completed activity that can be compensated (BPMN 2.0.2 §10.7).</summary>
/// <param name="ScopeId">The scope in which it completed.</param>
/// <param name="Variables">What it saw when it completed.</param>
public sealed record CompensationRecord(int Id, int ScopeId, string ProcessId, string ActivityId, string? HandlerId, FeelContext? Variables)
{
    /// <summary>For a completed sub-process: the instance id that its own records have as scope.</summary>
    public int? ContentScopeId { get; init; }
}

/// <summary>What stops a case at an element.</summary>
/// <param name="InstanceId">The instance that stands still; 0 where none does, as for a message that could not be delivered.</param>
/// <param name="Call">The call outward that was given up; null where something else is the matter.</param>
public sealed record Incident(int Id, int InstanceId, string ElementId, string Message, DateTimeOffset RaisedAt, UndeliveredCall? Call = null);

/// <summary>A call outward that was given up.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Consumer">The consumer that it was for; empty where it was for all of its kind.</param>
public sealed record UndeliveredCall(string Key, string Consumer);
