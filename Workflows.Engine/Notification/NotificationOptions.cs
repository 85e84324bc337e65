namespace Workflows.Engine.Notification;

/// <summary>How nodes tell each other of changes: the settings <c>Workflows:Notification</c>.</summary>
public sealed class NotificationOptions
{
    public const string Section = "Workflows:Notification";

    /// <summary>How often a node tells and listens; a screen shows what happened on another node after at most twice as long.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(0.25);
}
