using Workflows.Definitions.Feel;
using Workflows.Definitions.Projects;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Projects;

/// <summary>Plans a project before it is registered, by the types and services in force.</summary>
public sealed class ProjectPlanning(ProjectTypes types, DefinitionStore definitions)
{
    /// <returns>Null where there is no such type.</returns>
    public async Task<ProjectPlan?> Plan(
        string type, InvestmentSource investment, bool landWithDesign, IReadOnlyDictionary<string, FeelContext> answers, CancellationToken cancellation = default) =>
        (await types.Current(cancellation)).FirstOrDefault(known => known.Type.Code == type) is { } published
            ? ProjectPlan.Of(published.Type, investment, landWithDesign, answers, await Services(published.Type, landWithDesign, cancellation))
            : null;

    /// <summary>The services of the stages that are in force, by code.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedService>> Services(ProjectType type, bool landWithDesign, CancellationToken cancellation = default)
    {
        var services = new Dictionary<string, PublishedService>(StringComparer.Ordinal);
        foreach (var stage in type.StagesFor(landWithDesign))
        {
            if (await definitions.FindCurrent(stage.Service, cancellation) is { } service)
            {
                services[stage.Service] = service;
            }
        }

        return services;
    }
}
