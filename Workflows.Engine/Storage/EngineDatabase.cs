using Microsoft.EntityFrameworkCore;

namespace Workflows.Engine.Storage;

/// <summary>The door to the database: hands out contexts, and lets one writer at a time through where the database can take only one.</summary>
public sealed class EngineDatabase(DatabaseProvider provider, Func<EngineDb> open) : IDisposable
{
    // A compiled query belongs to one model, and a process that tests has several.
    private readonly Func<EngineDb, string, Task<CaseRow?>> findCase =
        EF.CompileAsyncQuery((EngineDb db, string id) => db.Cases.FirstOrDefault(row => row.Id == id));

    private readonly SemaphoreSlim? gate = provider is DatabaseProvider.Sqlite ? new SemaphoreSlim(1) : null;

    public DatabaseProvider Provider => provider;

    /// <summary>A context for one unit of work; the caller disposes it.</summary>
    public EngineDb Open() => open();

    /// <summary>The row of a case, tracked; null where there is none. The most frequent question of all.</summary>
    internal Task<CaseRow?> FindCase(EngineDb db, string id) => findCase(db, id);

    /// <summary>Waits for the turn to write; the turn ends when the result is disposed.</summary>
    /// <remarks>SQLite takes one writer. Waiting here is fair and cheap; waiting in SQLite is polling.</remarks>
    public async Task<IDisposable> BeginWriting(CancellationToken cancellation)
    {
        if (gate is null)
        {
            return Turn.Free;
        }

        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    public void Dispose() => gate?.Dispose();

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? gate = gate;

        public void Dispose() => Interlocked.Exchange(ref gate, null)?.Release();
    }
}
