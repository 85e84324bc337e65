using System.Text.Json.Serialization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Services;

/// <summary>An application with what officers do and how it has to end. One <c>examples/&lt;code&gt;.json</c> of a service.</summary>
/// <remarks>
/// Where the <see cref="Script"/> says nothing, each step is completed with its first outcome on the first working day after the day on
/// which it was offered, or on which its correction was answered.
/// </remarks>
public sealed record ExampleApplication
{
    /// <summary>The file's name without ending, kebab-case.</summary>
    [JsonIgnore]
    public string Code { get; init; } = "";

    public required string Name { get; init; }

    public string? Summary { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required ExampleApplicant Applicant { get; init; }

    public required FeelContext Answers { get; init; }

    public required FeelContext Form { get; init; }

    /// <summary>File names by material code.</summary>
    public required IReadOnlyDictionary<string, string> Materials { get; init; }

    /// <summary>What differs from the default, in any order.</summary>
    public IReadOnlyList<ExampleAct> Script { get; init; } = [];

    public required ExampleEnd Expected { get; init; }
}

/// <param name="IdNumber">公民身份号码 for a person, 统一社会信用代码 for all others.</param>
public sealed record ExampleApplicant(ApplicantKind Kind, string Name, string IdNumber, string Phone, string? AgentName = null);

/// <summary>What an officer does at a step instead of the default.</summary>
public sealed record ExampleAct
{
    /// <summary>The matter's code, or null for a step of the service itself.</summary>
    public string? Matter { get; init; }

    /// <summary>The user task's id.</summary>
    public required string Step { get; init; }

    /// <summary>The day of the act, or null for the default day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The outcome to complete the step with; null where the step is corrected first and then completed as by default.</summary>
    public string? Outcome { get; init; }

    public string? Opinion { get; init; }

    /// <summary>Values that the step adds, e.g. <c>number</c> of a certificate.</summary>
    public FeelContext? Values { get; init; }

    /// <summary>A request to correct (补正) instead of a completion, or null.</summary>
    public ExampleCorrection? Correction { get; init; }
}

public sealed record ExampleCorrection(string Reason, IReadOnlyList<ExampleCorrectionPoint> Points, ExampleAnswer Answer);

/// <param name="Material">The material's code, or null where a form field is meant.</param>
/// <param name="Field">The form field's name, or null.</param>
public sealed record ExampleCorrectionPoint(string ReviewPoint, string? Material = null, string? Field = null, string? Note = null);

/// <summary>What the applicant brings.</summary>
/// <param name="Materials">File names by material code.</param>
/// <param name="Form">Changed form values only.</param>
public sealed record ExampleAnswer(DateOnly On, IReadOnlyDictionary<string, string> Materials, FeelContext? Form = null, string? Note = null);

/// <summary>How the case has to end.</summary>
/// <param name="Status">The case's status in kebab-case, e.g. <c>completed</c>.</param>
/// <param name="Matters">Exactly the matters of the case, by code.</param>
public sealed record ExampleEnd(string Status, DateOnly EndedOn, IReadOnlyDictionary<string, ExpectedMatter> Matters);

/// <param name="AcceptedOn">The day from which the limits run; null where the matter has no acceptance.</param>
/// <param name="PromisedDueOn">The last day of the promised limit, its stops included; null without one.</param>
/// <param name="StatutoryDueOn">The last day of the statutory limit, its stops included; null without one.</param>
/// <param name="Results">Codes of the result documents issued.</param>
public sealed record ExpectedMatter(
    MatterState State,
    IReadOnlyList<string> Results,
    DateOnly? AcceptedOn = null,
    DateOnly? PromisedDueOn = null,
    DateOnly? StatutoryDueOn = null);
