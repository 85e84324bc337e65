namespace Workflows.Engine.Playing;

/// <summary>A time that stands still until it is moved, and moves only forward.</summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves to the instant; an earlier one leaves the time where it is.</summary>
    public void MoveTo(DateTimeOffset instant) => now = instant > now ? instant : now;
}
