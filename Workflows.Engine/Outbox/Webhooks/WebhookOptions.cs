namespace Workflows.Engine.Outbox.Webhooks;

/// <summary>A system that is told of events: one of the settings <c>Workflows:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Workflows:Webhooks";

    /// <summary>Unique; kept with the calls that wait for it.</summary>
    public string Name { get; set; } = "";

    public Uri? Url { get; set; }

    /// <summary>The kinds of events that it is told of, see <see cref="OutboxKind"/>.</summary>
    public IList<string> Kinds { get; } = [];

    /// <summary>The key with which each call is signed; null where calls are not signed.</summary>
    public string? Secret { get; set; }
}
