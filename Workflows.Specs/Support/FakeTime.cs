namespace Workflows.Specs.Support;

/// <summary>A clock that stands still until a test moves it; its timers ring on the way, in order of their instants.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this, () => callback(state), dueTime, period);

    public void Advance(TimeSpan by) => MoveTo(now + by);

    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the present one.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, now);
        while (Next(instant) is { } timer)
        {
            now = timer.DueAt!.Value;
            timer.Ring();
        }

        now = instant;
    }

    /// <summary>As after the sleep of a machine: a timer that was missed rings once, however often its time came meanwhile.</summary>
    /// <remarks>For long jumps with a whole host: one that sweeps each second would be told of each second.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the present one.</exception>
    public void WakeAt(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, now);
        now = instant;
        List<Timer> missed;
        lock (gate)
        {
            missed = [.. timers.Where(timer => timer.DueAt <= instant).OrderBy(timer => timer.DueAt)];
        }

        missed.ForEach(timer => timer.Ring());
    }

    /// <summary>Sets the clock back, as an administrator or a time server does; timers that wait keep their instants.</summary>
    public void SetBack(TimeSpan by) => now -= by;

    private Timer? Next(DateTimeOffset until)
    {
        lock (gate)
        {
            return timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
        }
    }

    private sealed class Timer : ITimer
    {
        private readonly FakeTime time;
        private readonly Action callback;
        private TimeSpan period;

        public Timer(FakeTime time, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            (this.time, this.callback) = (time, callback);
            Change(dueTime, period);
        }

        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
                time.timers.Remove(this);
                time.timers.Add(this);
                return true;
            }
        }

        public void Ring()
        {
            DueAt = period <= TimeSpan.Zero ? null : time.now + period;
            callback();
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
