namespace Workflows.Definitions.Processes;

/// <summary>An activity (BPMN 2.0.2 §10.3): work that is done, and may repeat, be interrupted and be compensated.</summary>
public abstract record Activity : FlowNode
{
    public string? DefaultFlowId { get; init; }

    public LoopCharacteristics? Loop { get; init; }

    /// <summary>True for a compensation handler: it has no sequence flows and runs only on compensation (§10.7).</summary>
    public bool IsForCompensation { get; init; }
}

/// <summary>A task without a type; like a manual task the engine does not wait for it.</summary>
public sealed record AbstractTask : Activity;

public sealed record ManualTask : Activity;

/// <summary>A task that a person does: it becomes a work item (待办).</summary>
public sealed record UserTask : Activity;

public sealed record ServiceTask : Activity;

public sealed record SendTask : Activity
{
    public string? MessageId { get; init; }
}

public sealed record ReceiveTask : Activity
{
    public string? MessageId { get; init; }

    public bool Instantiate { get; init; }
}

/// <summary>A FEEL script whose value is assigned to <see cref="ApprovalExtension.ResultVariable"/>.</summary>
public sealed record ScriptTask : Activity
{
    public string? ScriptFormat { get; init; }

    public string? Script { get; init; }
}

/// <summary>Evaluates the DMN decision <see cref="ApprovalExtension.Decision"/>.</summary>
public sealed record BusinessRuleTask : Activity;

/// <summary>Runs another process as a scope of the same case.</summary>
public sealed record CallActivity : Activity
{
    /// <summary>The id of the called process, without a namespace prefix.</summary>
    public string? CalledElement { get; init; }
}

/// <summary>An embedded sub-process (§10.3.5).</summary>
public record SubProcess : Activity
{
    public required FlowScope Content { get; init; }

    /// <summary>True for an event sub-process: it starts by its start event, not by a sequence flow.</summary>
    public bool TriggeredByEvent { get; init; }
}

/// <summary>A sub-process that can be cancelled as a whole (§10.3.6).</summary>
public sealed record Transaction : SubProcess;

/// <summary>A sub-process whose activities are chosen while it runs (§10.3.7).</summary>
public sealed record AdHocSubProcess : SubProcess
{
    public bool Sequential { get; init; }

    public string? CompletionCondition { get; init; }

    public bool CancelRemainingInstances { get; init; } = true;
}

/// <summary>How an activity repeats (§10.3.8).</summary>
public abstract record LoopCharacteristics;

public sealed record StandardLoop(bool TestBefore, string? Condition, int? Maximum) : LoopCharacteristics;

/// <summary>Several instances of one activity, together or one after the other.</summary>
/// <param name="Cardinality">A FEEL expression for the number of instances, or null.</param>
/// <param name="InputCollection">A FEEL expression for a list, one instance an item, or null.</param>
/// <param name="InputItem">The name of the variable that holds the item in its instance.</param>
/// <param name="OutputItem">A FEEL expression evaluated in each instance when it completes, or null.</param>
/// <param name="OutputCollection">The name of the variable that collects the outputs, or null.</param>
/// <param name="CompletionCondition">A FEEL expression; the rest is withdrawn when it is true after an instance.</param>
/// <param name="Countersign">For a user task: how its signatures make one result; null where each stands for itself.</param>
public sealed record MultiInstance(
    bool IsSequential,
    string? Cardinality,
    string? InputCollection,
    string? InputItem,
    string? OutputItem,
    string? OutputCollection,
    string? CompletionCondition,
    Countersign? Countersign = null) : LoopCharacteristics;
