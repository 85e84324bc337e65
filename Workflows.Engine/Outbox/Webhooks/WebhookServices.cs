namespace Workflows.Engine.Outbox.Webhooks;

internal static class WebhookServices
{
    /// <summary>Adds a consumer for each of the settings <c>Workflows:Webhooks</c>.</summary>
    /// <exception cref="InvalidOperationException">One of them has no name, address or kind, or two have the same name.</exception>
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        var webhooks = configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions[]>() ?? [];
        var faulty = webhooks.FirstOrDefault(webhook => webhook.Name.Length == 0 || webhook.Kinds.Count == 0 || webhook.Url?.Scheme is not ("http" or "https"));
        if (faulty is not null)
        {
            throw new InvalidOperationException($"Expected each of '{WebhookOptions.Section}' to have Name, Url (http or https) and Kinds, but '{faulty.Name}' ({faulty.Url}) has not.");
        }

        if (webhooks.GroupBy(webhook => webhook.Name).FirstOrDefault(named => named.Count() > 1)?.Key is { } name)
        {
            throw new InvalidOperationException($"Expected each of '{WebhookOptions.Section}' to have a name of its own, but '{name}' is there twice.");
        }

        services.AddSingleton(new OutboxKinds(webhooks.SelectMany(webhook => webhook.Kinds)));
        services.AddKeyedSingleton(WebhookOptions.Section, (_, _) => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));
        foreach (var webhook in webhooks)
        {
            services.AddSingleton(provider => new Webhook(webhook, provider.GetRequiredKeyedService<HttpClient>(WebhookOptions.Section)).Consumer);
        }
    }
}
