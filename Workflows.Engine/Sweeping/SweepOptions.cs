namespace Workflows.Engine.Sweeping;

/// <summary>How often time is looked after: the settings <c>Workflows:Sweep</c>.</summary>
public sealed class SweepOptions
{
    public const string Section = "Workflows:Sweep";

    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>For how long a sweeper that has taken a case keeps the others from it: with <see cref="Interval"/> the time after which a dead node's cases are taken over.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many cases a sweeper takes at once; it has to be done with them within the lease.</summary>
    public int Batch { get; set; } = 200;
}
