namespace Workflows.Engine.Outbox;

/// <summary>How calls outward are made: the settings <c>Workflows:Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Workflows:Outbox";

    /// <summary>How often waiting calls are looked for.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>For how long a node that has taken a call keeps the others from it; a call has to be answered a second before it ends.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>How many calls a node takes at once.</summary>
    public int Batch { get; set; } = 100;

    /// <summary>How many calls a node makes at the same time.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>After so many failures a call is given up, which is an incident of its case.</summary>
    public int Attempts { get; set; } = 12;

    /// <summary>The wait after the first failure; it doubles with each one up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The wait after a failure, 1-based; without the jitter.</summary>
    internal TimeSpan WaitAfter(int failures) =>
        TimeSpan.FromTicks((long)Math.Min(LongestWait.Ticks, FirstWait.Ticks * Math.Pow(2, failures - 1)));
}
