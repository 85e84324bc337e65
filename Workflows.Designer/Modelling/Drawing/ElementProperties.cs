namespace Workflows.Designer.Modelling.Drawing;

/// <summary>What the panel shows of an element of the drawing, and wants it to be: the shape of <c>element-properties.js</c>.</summary>
/// <param name="Type">The BPMN type without its prefix, e.g. <c>UserTask</c>.</param>
/// <param name="TakesCondition">True for a flow that leaves a gateway which decides.</param>
/// <param name="TimerKind"><c>timeDuration</c>, <c>timeDate</c> or <c>timeCycle</c>; null for all but timers.</param>
/// <param name="Collection">FEEL for the list of a repeated activity; null for one that is done once.</param>
/// <param name="Before">The activities before it: what a condition can read.</param>
public sealed record ElementProperties(
    string Id,
    string Type,
    string? Name,
    string? Documentation,
    string? Department,
    string? Role,
    string? Step,
    string? Matter,
    string? Form,
    string? Decision,
    string? ResultVariable,
    string? Correlation,
    string? Payload,
    string? Connector,
    string? CalledElement,
    string? Script,
    string? Condition,
    bool IsDefault,
    bool TakesCondition,
    string? EventDefinition,
    string? TimerKind,
    string? Timer,
    string? Collection,
    IReadOnlyList<OutcomeProperties> Outcomes,
    IReadOnlyList<LimitProperties> TimeLimits,
    IReadOnlyList<string> Operations,
    IReadOnlyList<StepBefore> Before)
{
    public bool IsLane => Type == "Lane";

    public bool IsFlow => Type == "SequenceFlow";

    public bool IsUserTask => Type == "UserTask";
}

/// <summary>A way to complete a task, as it stands in the file.</summary>
public sealed record OutcomeProperties(string? Code, string? Name, bool? RequiresOpinion, string? MatterState);

/// <summary>A time limit, as it stands in the file.</summary>
public sealed record LimitProperties(string? Amount, string? Unit, string? Kind, string? Owner, string? Basis, bool? Assumed);

/// <summary>A step that is done before an element.</summary>
/// <param name="Outcomes">The codes of its outcomes.</param>
public sealed record StepBefore(string Id, string Name, IReadOnlyList<string> Outcomes);

/// <summary>An element of the drawing, for the list of them.</summary>
public sealed record DrawnElement(string Id, string Type, string? Name);
