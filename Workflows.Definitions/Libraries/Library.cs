using Workflows.Definitions.Calendars;
using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Definitions.Supervision;

namespace Workflows.Definitions.Libraries;

/// <summary>Everything that a library's folder defines, and what is wrong in it.</summary>
/// <remarks>A definition with an error is left out, and so is what needs it; the rest can be used.</remarks>
public sealed record Library
{
    public required CalendarSet Calendars { get; init; }

    public ClockRules Clocks { get; init; } = ClockRules.None;

    public IReadOnlyDictionary<string, Department> Departments { get; init; } = new Dictionary<string, Department>();

    public IReadOnlyDictionary<string, Licence> Licences { get; init; } = new Dictionary<string, Licence>();

    public IReadOnlyDictionary<string, Material> Materials { get; init; } = new Dictionary<string, Material>();

    public IReadOnlyDictionary<string, MatterDefinition> Matters { get; init; } = new Dictionary<string, MatterDefinition>();

    /// <summary>The BPMN files that were read, by their path in the library, e.g. <c>shared/standard-approval.bpmn</c>.</summary>
    public IReadOnlyDictionary<string, ProcessModel> Models { get; init; } = new Dictionary<string, ProcessModel>();

    /// <summary>The processes of <c>shared/</c> that call activities may call, by process id.</summary>
    public IReadOnlyDictionary<string, ProcessModel> SharedProcesses { get; init; } = new Dictionary<string, ProcessModel>();

    /// <summary>The DMN files, by their path in the library, e.g. <c>services/open-restaurant/guidance.dmn</c>.</summary>
    public IReadOnlyDictionary<string, DecisionModel> Decisions { get; init; } = new Dictionary<string, DecisionModel>();

    public IReadOnlyDictionary<string, ServiceDefinition> Services { get; init; } = new Dictionary<string, ServiceDefinition>();

    /// <summary>The types of construction projects, by code.</summary>
    public IReadOnlyDictionary<string, ProjectType> Projects { get; init; } = new Dictionary<string, ProjectType>();

    /// <summary>The examples of each service, by the service's code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ExampleApplication>> Examples { get; init; } = new Dictionary<string, IReadOnlyList<ExampleApplication>>();

    /// <summary>The rules of electronic supervision.</summary>
    public SupervisionRules Supervision { get; init; } = SupervisionRules.None;

    public IReadOnlyList<DefinitionError> Errors { get; init; } = [];

    /// <summary>The shared process of that id, or null.</summary>
    public ProcessDefinition? FindProcess(string id) =>
        SharedProcesses.GetValueOrDefault(id)?.Processes.FirstOrDefault(process => process.Id == id);

    /// <summary>Makes the decision of a reference <c>file.dmn#decision</c>, for a business rule task of the service.</summary>
    /// <param name="scope">The input data, by name.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> answer.</param>
    /// <exception cref="KeyNotFoundException">The library has no such decision; reading a library finds that out.</exception>
    public DecisionResult Decide(string service, string reference, FeelContext scope, DateTimeOffset? now = null) =>
        FindDecision(service, reference)?.Evaluate(reference.Split('#')[1], scope, now)
        ?? throw new KeyNotFoundException($"Expected a decision '{reference}' for service '{service}', but the library has none.");

    /// <summary>The DMN file that a reference <c>file.dmn#decision</c> leads to, looked for in the service's folder and then in <c>shared/</c>; null where there is no such decision.</summary>
    public DecisionModel? FindDecision(string service, string reference)
    {
        if (reference.Split('#') is not [var file, var id])
        {
            return null;
        }

        var model = Decisions.GetValueOrDefault($"services/{service}/{file}") ?? Decisions.GetValueOrDefault($"shared/{file}");
        return model?.Decisions.Any(decision => decision.Id == id) == true ? model : null;
    }

    internal ProcessModel? ProcessOf(string folder) => Models.GetValueOrDefault($"{folder}/process.bpmn");
}
