namespace Workflows.Engine.Sweeping;

/// <summary>How often time is looked after: the settings <c>Workflows:Sweep</c>.</summary>
public sealed class SweepOptions
{
    public const string Section = "Workflows:Sweep";

    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long a sweeper that has taken a case keeps the others from it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many cases a sweeper takes at once.</summary>
    public int Batch { get; set; } = 200;
}
