namespace Workflows.Engine.Telemetry;

/// <summary>Registers what the engine measures, and where it can be read.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<TelemetryOptions>(configuration.GetSection(TelemetryOptions.Section));
        services.AddSingleton<EngineMeter>();
        services.AddSingleton<TelemetryPipeline>();
        services.AddHostedService(provider => provider.GetRequiredService<TelemetryPipeline>());
        services.AddHostedService<BacklogReader>();
    }

    /// <summary>The metrics under <c>/metrics</c>, for Prometheus; figures only, no names and no ids.</summary>
    public static void MapMetrics(this WebApplication app) =>
        app.MapGet("/metrics", (TelemetryPipeline telemetry) => Results.Text(telemetry.Text(), PrometheusText.MediaType)).ExcludeFromDescription();
}
