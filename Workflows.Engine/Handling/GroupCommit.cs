using System.Collections.Concurrent;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Writes commands of different cases in one transaction: whoever waits for the disk takes along the others that wait.</summary>
/// <remarks>
/// Nobody waits for company. A command that comes alone is written at once; those that come while it is written go together in the next
/// transaction. Order is kept only within a case, by its sequence. See decision 8.
/// </remarks>
internal sealed class GroupCommit(CaseStore store, EngineDatabase database)
{
    private readonly ConcurrentQueue<Waiting> queue = new();
    private int lanes;

    /// <summary>Writes what a command changes; done when it is durable.</summary>
    /// <exception cref="Exception">What the database said; the others of the group are not touched by it.</exception>
    public async Task Write(CaseWrite write)
    {
        var waiting = new Waiting(write);
        queue.Enqueue(waiting);
        if (OpensLane())
        {
            // Whoever finds nobody writing writes, and is not sent to another thread for it.
            await Write(Take());
            GoOn();
        }

        await waiting.Written.Task;
    }

    private bool OpensLane()
    {
        if (Interlocked.Increment(ref lanes) <= store.Lanes)
        {
            return true;
        }

        Interlocked.Decrement(ref lanes);
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

        Interlocked.Decrement(ref lanes);

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
            await Write(group);
        }

        GoOn();
    }

    private List<Waiting> Take()
    {
        var group = new List<Waiting>();
        while (group.Count < store.GroupSize && queue.TryDequeue(out var waiting))
        {
            group.Add(waiting);
        }

        return group;
    }

    private async Task Write(List<Waiting> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            using var turn = await database.BeginWriting(CancellationToken.None);
            var faults = await store.Write(group.ConvertAll(waiting => waiting.Command));
            for (var position = 0; position < group.Count; position++)
            {
                group[position].End(faults[position]);
            }
        }
        catch (Exception exception)
        {
            // A database that fails as a whole fails each of them, and each finds out for itself what is stored.
            group.ForEach(waiting => waiting.End(exception));
        }
    }

    private sealed class Waiting(CaseWrite command)
    {
        public CaseWrite Command => command;

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End(Exception? fault)
        {
            if (fault is null)
            {
                Written.TrySetResult();
            }
            else
            {
                Written.TrySetException(fault);
            }
        }
    }
}
