using Workflows.Engine.Outbox.Webhooks;

namespace Workflows.Engine.Outbox;

/// <summary>Registers the dispatcher of the outbox and the consumers that the engine has itself.</summary>
internal static class OutboxServices
{
    public static void AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<OutboxOptions>(configuration.GetSection(OutboxOptions.Section));
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<CallDecisions>();
        services.AddSingleton(provider => provider.GetRequiredService<CallDecisions>().Consumer);
        services.AddWebhooks(configuration);
        services.AddSingleton<OutboxConsumers>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
    }
}
