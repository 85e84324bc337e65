using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>Reads what a project is decided and shown with: its type, its cases and the services in force.</summary>
public sealed class ProjectGrounds(DefinitionStore definitions, ProjectTypes types, TimeProvider time)
{
    /// <summary>The ground of a project that is to be registered; null where there is no such type.</summary>
    public async Task<ProjectGround?> OfType(string type, CancellationToken cancellation = default) =>
        (await types.Current(cancellation)).FirstOrDefault(known => known.Type.Code == type) is { } published
            ? await Of(published, new Dictionary<string, Case>(), cancellation)
            : null;

    /// <exception cref="KeyNotFoundException">The project's type is not in the store.</exception>
    internal async Task<ProjectGround> Of(Project project, EngineDb db, CancellationToken cancellation)
    {
        var type = await types.Find(project.Type, project.TypeVersion, cancellation)
            ?? throw new KeyNotFoundException($"Expected type '{project.Type}' in version {project.TypeVersion} for project '{project.Code}', but it is not in the store.");
        var ids = project.Cases.Select(opened => opened.CaseId).ToList();
        var rows = await db.Cases.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.StateFormat, row.State }).ToListAsync(cancellation);
        return await Of(type, rows.ToDictionary(row => row.Id, row => StateFormats.Read(row.Id, row.StateFormat, row.State), StringComparer.Ordinal), cancellation);
    }

    private async Task<ProjectGround> Of(PublishedProjectType published, IReadOnlyDictionary<string, Case> cases, CancellationToken cancellation)
    {
        var services = new Dictionary<string, ServiceDefinition>(StringComparer.Ordinal);
        var departments = new Dictionary<string, string>(StringComparer.Ordinal);
        var codes = published.Type.Stages.Concat(published.Type.Merges.Select(merge => merge.Stage)).Select(stage => stage.Service).Distinct();
        var current = (await definitions.Current(cancellation)).ToDictionary(service => service.Definitions.Service.Code, StringComparer.Ordinal);
        foreach (var service in codes.Where(current.ContainsKey).Select(code => current[code]))
        {
            services.Add(service.Definitions.Service.Code, service.Definitions.Service);
            foreach (var department in service.Library.Departments.Values)
            {
                departments[department.Code] = department.Name;
            }
        }

        var today = RegionDay.Of(time.GetUtcNow(), await definitions.Calendar(cancellation));
        return new ProjectGround(published.Type, published.Version, cases, services, departments.Count > 0 ? departments : published.Departments, today);
    }
}
