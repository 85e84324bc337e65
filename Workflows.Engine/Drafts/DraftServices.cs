namespace Workflows.Engine.Drafts;

/// <summary>What analysts work with.</summary>
internal static class DraftServices
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<DraftOrigin>();
        services.AddSingleton<DraftBook>();
        services.AddSingleton<DefinitionCatalogue>();
        services.AddSingleton<DraftCheck>();
        services.AddSingleton<DraftPublication>();
        services.AddSingleton<DraftTrial>();
        services.AddSingleton<PastHandling>();
        services.AddSingleton<DraftSimulation>();
    }
}
