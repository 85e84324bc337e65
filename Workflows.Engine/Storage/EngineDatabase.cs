namespace Workflows.Engine.Storage;

/// <summary>The door to the database: hands out contexts, and lets one writer at a time through where the database can take only one.</summary>
public sealed class EngineDatabase(DatabaseProvider provider, Func<EngineDb> open) : IDisposable
{
    private readonly SemaphoreSlim? gate = provider is DatabaseProvider.Sqlite ? new SemaphoreSlim(1) : null;

    public DatabaseProvider Provider => provider;

    /// <summary>A context for one unit of work; the caller disposes it.</summary>
    public EngineDb Open() => open();

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
