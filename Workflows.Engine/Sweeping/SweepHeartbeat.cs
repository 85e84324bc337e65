namespace Workflows.Engine.Sweeping;

/// <summary>Tells "nothing was due" from "nobody looked": when this node last swept to the end.</summary>
public sealed class SweepHeartbeat
{
    private long lastTicks;

    /// <summary>Null before the first sweep.</summary>
    public DateTimeOffset? LastAt => Interlocked.Read(ref lastTicks) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    internal void Beat(DateTimeOffset now) => Interlocked.Exchange(ref lastTicks, now.UtcTicks);
}
