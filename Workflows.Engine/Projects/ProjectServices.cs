using Workflows.Engine.Projects.Exchange;

namespace Workflows.Engine.Projects;

/// <summary>What construction projects need.</summary>
internal static class ProjectServices
{
    public static void AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<ProjectTypes>();
        services.AddSingleton<ProjectGrounds>();
        services.AddSingleton<ProjectHandler>();
        services.AddSingleton<ProjectReader>();
        services.AddSingleton<ProjectIntake>();
        services.AddSingleton<ProjectPlanning>();
        services.AddSingleton<ForwardingDesk>();
        services.AddSingleton<ProjectExchange>();
    }
}
