using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Processes;

/// <summary>What the namespace <see cref="Namespace"/> adds to a BPMN element.</summary>
/// <remarks>
/// Attributes stand on the element (<c>approval:department="…"</c>); outcomes, limits and operations are child elements of
/// <c>bpmn:extensionElements</c>. A value that begins with <c>=</c> is FEEL, evaluated when the element is entered.
/// </remarks>
public sealed record ApprovalExtension
{
    public const string Namespace = "urn:workflows:approval:1";

    public static readonly ApprovalExtension None = new();

    /// <summary>The responsible department's code, or FEEL after <c>=</c>; on a task it goes before the lane's.</summary>
    public string? Department { get; init; }

    /// <summary>The post that may do the task: <c>window-clerk</c>, <c>officer</c>, <c>department-head</c>, …</summary>
    public string? Role { get; init; }

    /// <summary>The step's kind, which gives the public state its word.</summary>
    public StepKind? Step { get; init; }

    /// <summary>The matter (事项) that a call activity handles, by code.</summary>
    public string? Matter { get; init; }

    /// <summary>The part of the service's form that the task shows first, or null for all of it.</summary>
    public string? Form { get; init; }

    /// <summary>The DMN decision of a business rule task: <c>file#decision id</c>.</summary>
    public string? Decision { get; init; }

    /// <summary>The variable that takes the value of a script or decision.</summary>
    public string? ResultVariable { get; init; }

    /// <summary>FEEL for the value by which a message finds its receiver: on the sender what it carries, on the receiver what it waits for; or null.</summary>
    public string? Correlation { get; init; }

    /// <summary>FEEL for the context that a sent message or signal carries, or null for none.</summary>
    public string? Payload { get; init; }

    /// <summary>The outside system's topic of a service or send task.</summary>
    public string? Connector { get; init; }

    /// <summary>For a consultation (征求意见): the code of the outcome that no answer in time counts as; null where the step stays open.</summary>
    public string? Unanswered { get; init; }

    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    public IReadOnlyList<TimeLimit> TimeLimits { get; init; } = [];

    /// <summary>Operations that officers may use on the task beside completing it, e.g. <c>correct</c>.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Where the task may be sent back to; null where it may not.</summary>
    public SendBackRule? SendBack { get; init; }
}

/// <summary>A way to complete a task, e.g. 准予许可.</summary>
/// <param name="RequiresOpinion">True where the officer has to give reasons (a refusal always does).</param>
/// <param name="MatterState">The matter's state after this outcome, or null where it does not change.</param>
public sealed record Outcome(string Code, string Name, bool RequiresOpinion = false, MatterState? MatterState = null)
{
    /// <summary>The outcome of a task that names none.</summary>
    public static readonly Outcome Done = new("done", "完成");
}

/// <summary>The canonical stages of an approval (受理、审查、决定 …).</summary>
public enum StepKind
{
    /// <summary>受理</summary>
    Acceptance,

    /// <summary>审查</summary>
    Review,

    /// <summary>现场核查</summary>
    SiteVisit,

    /// <summary>征求意见</summary>
    Consult,

    /// <summary>决定</summary>
    Decision,

    /// <summary>收费</summary>
    Fee,

    /// <summary>制证</summary>
    Certificate,

    /// <summary>送达</summary>
    Delivery,
}
