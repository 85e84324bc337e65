using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Board;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.Supervision.Scores;

namespace Workflows.Engine.Supervision;

/// <summary>What electronic supervision needs.</summary>
internal static class SupervisionServices
{
    public static void AddSupervision(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SupervisionOptions>(configuration.GetSection(SupervisionOptions.Section));
        services.AddSingleton<RuleBook>();
        services.AddSingleton<WatchCount>();
        services.AddSingleton<AlertHandler>();
        services.AddSingleton<AlertReader>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<ScoreBook>();
        services.AddSingleton<OfficerPatrol>();
        services.AddSingleton<SelfCheckPatrol>();
        services.AddSingleton<HeartbeatReader>();
        services.AddHostedService<SupervisionPatrol>();
        services.AddHealthChecks().AddCheck<SupervisionHealth>("supervision");
    }
}
