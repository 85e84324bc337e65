using System.Collections.Frozen;
using Workflows.Definitions.Catalogue;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Catalogue;

/// <summary>The names behind the codes of the departments, as the services that are in force know them.</summary>
public sealed class Names(DefinitionStore definitions)
{
    private FrozenDictionary<string, Department> departments = FrozenDictionary<string, Department>.Empty;

    /// <summary>Reads the names anew; screens that are open show them with their next rendering.</summary>
    public async Task Refresh(CancellationToken cancellation = default)
    {
        var libraries = (await definitions.Current(cancellation)).Select(service => service.Library).ToList();
        departments = libraries.SelectMany(library => library.Departments.Values).DistinctBy(one => one.Code).ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
    }

    /// <summary>The department's name; the code where the catalogue has none, and nothing for city-wide posts.</summary>
    public string Department(string? code) => code is null ? "" : departments.GetValueOrDefault(code)?.Name ?? code;
}
