using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>What a project is decided and shown with.</summary>
/// <param name="Cases">The cases of its stages, by id; one that was opened and never came to be is missing.</param>
/// <param name="Services">The services of its stages as they are in force, by code; one that is not in force is missing.</param>
/// <param name="Departments">The departments that there are today, by code.</param>
public sealed record ProjectGround(
    ProjectType Type,
    int TypeVersion,
    IReadOnlyDictionary<string, Case> Cases,
    IReadOnlyDictionary<string, ServiceDefinition> Services,
    IReadOnlyDictionary<string, string> Departments,
    DateOnly Today);
