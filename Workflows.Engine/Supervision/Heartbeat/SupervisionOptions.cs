namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>How often supervision goes on patrol: the settings <c>Workflows:Supervision</c>.</summary>
public sealed class SupervisionOptions
{
    public const string Section = "Workflows:Supervision";

    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a due case may wait to be looked at before that is an alert.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long the runs are kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);
}
