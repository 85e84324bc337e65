using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Processes;

/// <summary>The names that every expression of a process can read, and what they hold.</summary>
/// <remarks>Beside them an expression reads the steps before it, by their id or result variable.</remarks>
public static class CaseVariables
{
    /// <summary>Who applies: <see cref="ApplicantEntries"/>.</summary>
    public const string Applicant = "applicant";

    /// <summary>The answers to the service's guided questions, by the questions' names.</summary>
    public const string Answers = "answers";

    /// <summary>The service's form, by the fields' names.</summary>
    public const string Form = "form";

    /// <summary>What the guidance table gave for the answers: <c>matters</c>, <c>route</c>, …</summary>
    public const string Guidance = "guidance";

    /// <summary>Through which door the application came.</summary>
    public const string Channel = "channel";

    /// <summary>The period in which the service took the application: <see cref="WindowEntries"/>; null for a service that is always open.</summary>
    public const string Window = "window";

    /// <summary>Working days by the region's calendar: <see cref="FeelCalendar.Functions"/>.</summary>
    public const string Calendar = FeelCalendar.Name;

    /// <summary>In a process that is called for a matter: <see cref="MatterEntries"/>.</summary>
    public const string Matter = "matter";

    public static readonly IReadOnlyList<string> ApplicantEntries = ["kind", "name", "id", "phone"];

    public static readonly IReadOnlyList<string> WindowEntries = ["name", "opensOn", "closesOn"];

    public static readonly IReadOnlyList<string> MatterEntries = ["code", "name", "department", "kind", "siteVisit", "promisedDays", "statutoryDays"];

    /// <summary>What a repeated activity's own expressions read (BPMN 2.0.2 table 10.30).</summary>
    public static readonly IReadOnlyList<string> LoopCounters =
        ["loopCounter", "numberOfInstances", "numberOfActiveInstances", "numberOfCompletedInstances", "outputs"];
}
