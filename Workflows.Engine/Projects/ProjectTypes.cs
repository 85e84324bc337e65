using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Projects;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>The types of projects that were published; a project stays on the version on which it was registered.</summary>
public sealed class ProjectTypes(EngineDatabase database)
{
    private readonly ConcurrentDictionary<(string Code, int Version), PublishedProjectType> known = new();

    /// <summary>The newest version of each type.</summary>
    public async Task<IReadOnlyList<PublishedProjectType>> Current(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var newest = await db.Definitions.Where(row => row.Kind == DefinitionKind.Project)
            .GroupBy(row => row.Code)
            .Select(versions => new { Code = versions.Key, Version = versions.Max(row => row.Version) })
            .OrderBy(type => type.Code)
            .ToListAsync(cancellation);
        var types = new List<PublishedProjectType>();
        foreach (var type in newest)
        {
            types.Add((await Find(type.Code, type.Version, cancellation))!);
        }

        return types;
    }

    public async ValueTask<PublishedProjectType?> Find(string code, int version, CancellationToken cancellation = default)
    {
        if (known.TryGetValue((code, version), out var type))
        {
            return type;
        }

        await using var db = database.Open();
        var content = await db.Definitions
            .Where(row => row.Kind == DefinitionKind.Project && row.Code == code && row.Version == version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        if (content is null)
        {
            return null;
        }

        var library = DefinitionFiles.Library([content]);
        return known[(code, version)] = new PublishedProjectType(library.Projects[code], version, library.Departments.ToDictionary(entry => entry.Key, entry => entry.Value.Name, StringComparer.Ordinal));
    }
}

/// <param name="Departments">The names of the departments that there were, by code.</param>
public sealed record PublishedProjectType(ProjectType Type, int Version, IReadOnlyDictionary<string, string> Departments);
