using System.Collections.Frozen;
using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Catalogue;

/// <summary>The names behind the codes of departments, services and matters, as the services that are in force know them.</summary>
public sealed class Names(DefinitionStore definitions)
{
    private FrozenDictionary<string, Department> departments = FrozenDictionary<string, Department>.Empty;
    private IReadOnlyList<ServiceDefinition> services = [];

    /// <summary>Reads the names anew; screens that are open show them with their next rendering.</summary>
    public async Task Refresh(CancellationToken cancellation = default)
    {
        var current = await definitions.Current(cancellation);
        services = [.. current.Select(service => service.Definitions.Service)];
        departments = current.SelectMany(service => service.Library.Departments.Values).DistinctBy(one => one.Code).ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
    }

    /// <summary>The department's name; the code where the catalogue has none, and nothing for city-wide posts.</summary>
    public string Department(string? code) => code is null ? "" : departments.GetValueOrDefault(code)?.Name ?? code;

    /// <summary>The services in which the department takes part, by code.</summary>
    public IReadOnlyDictionary<string, string> ServicesOf(string? department) => services
        .Where(service => service.LeadDepartment == department || service.Matters.Any(member => member.Matter.Department == department))
        .ToDictionary(service => service.Code, service => service.Name, StringComparer.Ordinal);

    /// <summary>The department's matters, by code.</summary>
    public IReadOnlyDictionary<string, string> MattersOf(string? department) => services
        .SelectMany(service => service.Matters)
        .Select(member => member.Matter)
        .Where(matter => matter.Department == department)
        .DistinctBy(matter => matter.Code)
        .ToDictionary(matter => matter.Code, matter => matter.Name, StringComparer.Ordinal);
}
