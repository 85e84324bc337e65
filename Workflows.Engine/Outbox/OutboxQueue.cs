using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Outbox;

/// <summary>Takes calls that are due, and notes what became of them; other nodes pass over what is taken and do not wait for it.</summary>
internal sealed class OutboxQueue(EngineDatabase database)
{
    /// <summary>At most <paramref name="count"/> calls, the longest due first; they are taken until <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<OutboxRow>> Take(DateTimeOffset now, DateTimeOffset until, int count, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        var ids = await db.Database.SqlQueryRaw<long>(TakeStatement, now.UtcTicks, until.UtcTicks, count).ToListAsync(cancellation);
        return ids.Count == 0 ? [] : await db.Outbox.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
    }

    public Task Sent(IReadOnlyCollection<long> ids, DateTimeOffset now, CancellationToken cancellation) => Write(
        db => db.Outbox.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.State, OutboxState.Sent).SetProperty(r => r.SentAt, now), cancellation),
        cancellation);

    public Task Unheard(long id, CancellationToken cancellation) => Write(
        db => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, OutboxState.Unheard), cancellation),
        cancellation);

    public Task Failed(long id, OutboxState state, DateTimeOffset dueAt, string error, CancellationToken cancellation) => Write(
        db => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.State, state).SetProperty(r => r.DueAt, dueAt).SetProperty(r => r.LastError, error), cancellation),
        cancellation);

    /// <summary>Gives each consumer a row of its own; once, even where it is asked for twice.</summary>
    public Task Spread(OutboxRow row, IEnumerable<OutboxConsumer> consumers, CancellationToken cancellation) => Write(
        async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var first = await db.Outbox.Where(one => one.Id == row.Id && one.State == OutboxState.Waiting)
                .ExecuteUpdateAsync(one => one.SetProperty(r => r.State, OutboxState.Spread), cancellation);
            if (first == 1)
            {
                db.Outbox.AddRange(consumers.Select(consumer => new OutboxRow
                {
                    CaseId = row.CaseId,
                    Sequence = row.Sequence,
                    Kind = row.Kind,
                    Payload = row.Payload,
                    IdempotencyKey = row.IdempotencyKey,
                    Consumer = consumer.Name,
                }));
                await db.SaveChangesAsync(cancellation);
            }

            await transaction.CommitAsync(cancellation);
        },
        cancellation);

    /// <summary>Lets a call that was given up wait again, or skips it. Harmless where it was done before.</summary>
    public Task Decide(string caseId, string key, string consumer, OutboxState state, DateTimeOffset now, CancellationToken cancellation) => Write(
        db => db.Outbox
            .Where(row => row.CaseId == caseId && row.IdempotencyKey == key && row.Consumer == consumer && row.State == OutboxState.GivenUp)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, state).SetProperty(r => r.DueAt, now), cancellation),
        cancellation);

    private async Task Write(Func<EngineDb, Task> write, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        await write(db);
    }

    private string TakeStatement => database.Provider switch
    {
        DatabaseProvider.Postgres => Postgres,
        DatabaseProvider.SqlServer => SqlServer,
        _ => Sqlite,
    };

    private const string Sqlite =
        """
        UPDATE outbox SET due_at = {1}, attempts = attempts + 1 WHERE id IN (
            SELECT id FROM outbox WHERE state = 'Waiting' AND due_at <= {0} ORDER BY due_at, id LIMIT {2})
        RETURNING id
        """;

    private const string Postgres =
        """
        UPDATE outbox SET due_at = {1}, attempts = attempts + 1 WHERE id IN (
            SELECT id FROM outbox WHERE state = 'Waiting' AND due_at <= {0} ORDER BY due_at, id LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING id
        """;

    internal const string SqlServer =
        """
        WITH due AS (
            SELECT TOP ({2}) id, due_at, attempts FROM outbox WITH (ROWLOCK, UPDLOCK, READPAST)
            WHERE state = 'Waiting' AND due_at <= {0}
            ORDER BY due_at, id)
        UPDATE due SET due_at = {1}, attempts = attempts + 1 OUTPUT inserted.id;
        """;
}
