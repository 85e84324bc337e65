using System.Xml.Linq;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Libraries;

/// <summary>Everything that a library's folder defines, and what is wrong in it.</summary>
/// <remarks>A definition with an error is left out, and so is what needs it; the rest can be used.</remarks>
public sealed record Library
{
    public required CalendarSet Calendars { get; init; }

    public IReadOnlyDictionary<string, Department> Departments { get; init; } = new Dictionary<string, Department>();

    public IReadOnlyDictionary<string, Licence> Licences { get; init; } = new Dictionary<string, Licence>();

    public IReadOnlyDictionary<string, Material> Materials { get; init; } = new Dictionary<string, Material>();

    public IReadOnlyDictionary<string, MatterDefinition> Matters { get; init; } = new Dictionary<string, MatterDefinition>();

    /// <summary>The BPMN files that were read, by their path in the library, e.g. <c>shared/standard-approval.bpmn</c>.</summary>
    public IReadOnlyDictionary<string, ProcessModel> Models { get; init; } = new Dictionary<string, ProcessModel>();

    /// <summary>The processes of <c>shared/</c> that call activities may call, by process id.</summary>
    public IReadOnlyDictionary<string, ProcessModel> SharedProcesses { get; init; } = new Dictionary<string, ProcessModel>();

    /// <summary>The DMN files, by their path in the library, e.g. <c>services/open-restaurant/guidance.dmn</c>.</summary>
    public IReadOnlyDictionary<string, XDocument> Decisions { get; init; } = new Dictionary<string, XDocument>();

    public IReadOnlyDictionary<string, ServiceDefinition> Services { get; init; } = new Dictionary<string, ServiceDefinition>();

    /// <summary>The examples of each service, by the service's code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ExampleApplication>> Examples { get; init; } = new Dictionary<string, IReadOnlyList<ExampleApplication>>();

    public IReadOnlyList<DefinitionError> Errors { get; init; } = [];

    /// <summary>The DMN file of a reference <c>file.dmn#decision</c>, looked for in the service's folder and then in <c>shared/</c>; null where there is none.</summary>
    public XDocument? FindDecision(string service, string reference)
    {
        var file = reference.Split('#')[0];
        return Decisions.GetValueOrDefault($"services/{service}/{file}") ?? Decisions.GetValueOrDefault($"shared/{file}");
    }

    internal ProcessModel? ProcessOf(string folder) => Models.GetValueOrDefault($"{folder}/process.bpmn");
}
