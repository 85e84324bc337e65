namespace Workflows.Engine.Handling;

/// <summary>Lets the commands of one case follow each other within this process; those of other cases do not wait.</summary>
/// <remarks>
/// Only spares attempts that could not succeed: what keeps two writers apart is the case's sequence in the database, which also holds
/// between processes. Cases share a fixed number of turns, so that nothing grows with the number of cases.
/// </remarks>
internal sealed class CaseTurns : IDisposable
{
    private const int Count = 4096;

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the case's turn; it ends when the result is disposed.</summary>
    public async ValueTask<Turn> Take(string caseId, CancellationToken cancellation)
    {
        var turn = turns[(uint)string.GetHashCode(caseId, StringComparison.Ordinal) % Count];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(turns, turn => turn.Dispose());

    public readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
