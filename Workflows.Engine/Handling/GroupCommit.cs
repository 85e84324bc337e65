using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Writes commands of different cases in one transaction: whoever waits for the disk takes along the others that wait.</summary>
/// <remarks>
/// A command that comes alone is written at once; those that come while it is written go together in the next transaction. Order is kept
/// only within a case, by its sequence. See decision 8.
/// </remarks>
internal sealed class GroupCommit
{
    private readonly CaseStore store;
    private readonly EngineDatabase database;
    private readonly Together<Waiting> together;

    public GroupCommit(CaseStore store, EngineDatabase database)
    {
        (this.store, this.database) = (store, database);
        together = new Together<Waiting>(store.Lanes, store.GroupSize, Write);
    }

    /// <summary>Writes what a command changes; done when it is durable.</summary>
    /// <exception cref="Exception">What the database said; the others of the group are not touched by it.</exception>
    public async Task Write(CaseWrite write)
    {
        var waiting = new Waiting(write);
        await together.Put(waiting);
        await waiting.Written.Task;
    }

    private async Task Write(List<Waiting> group)
    {
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
