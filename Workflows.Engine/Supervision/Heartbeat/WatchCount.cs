namespace Workflows.Engine.Supervision.Heartbeat;

/// <summary>How many journal entries this node has judged: what the next run tells.</summary>
public sealed class WatchCount
{
    private int entries;

    internal void Judged() => Interlocked.Increment(ref entries);

    /// <summary>The entries since it was last asked.</summary>
    internal int Take() => Interlocked.Exchange(ref entries, 0);
}
