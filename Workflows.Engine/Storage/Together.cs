using System.Collections.Concurrent;

namespace Workflows.Engine.Storage;

/// <summary>Has things done together that come together: those that come while a group is at work go with the next one.</summary>
/// <remarks>Nobody waits for company: what comes alone is done at once, and by whoever brought it.</remarks>
/// <param name="lanes">How many groups are at work at the same time.</param>
/// <param name="work">Does what a group has to be done; tells each of it how it ended, and throws nothing.</param>
internal sealed class Together<T>(int lanes, int groupSize, Func<List<T>, Task> work)
{
    private readonly ConcurrentQueue<T> queue = new();
    private int open;

    /// <summary>Returns when the thing has been done or has been left to a group that is at work.</summary>
    public async Task Put(T thing)
    {
        queue.Enqueue(thing);
        if (OpensLane())
        {
            // Whoever finds nobody at work does it, and is not sent to another thread for it.
            await Work(Take());
            GoOn();
        }
    }

    private bool OpensLane()
    {
        if (Interlocked.Increment(ref open) <= lanes)
        {
            return true;
        }

        Interlocked.Decrement(ref open);
        return false;
    }

    /// <summary>Leaves an open lane to those that have come meanwhile, or closes it.</summary>
    private void GoOn()
    {
        if (!queue.IsEmpty)
        {
            _ = Task.Run(Drain);
            return;
        }

        Interlocked.Decrement(ref open);

        // One that came after the look and before the lane was closed has found no lane to open.
        if (!queue.IsEmpty && OpensLane())
        {
            _ = Task.Run(Drain);
        }
    }

    private async Task Drain()
    {
        while (Take() is { Count: > 0 } group)
        {
            await Work(group);
        }

        GoOn();
    }

    private Task Work(List<T> group) => group.Count == 0 ? Task.CompletedTask : work(group);

    private List<T> Take()
    {
        var group = new List<T>();
        while (group.Count < groupSize && queue.TryDequeue(out var thing))
        {
            group.Add(thing);
        }

        return group;
    }
}
