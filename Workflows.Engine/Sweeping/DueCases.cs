using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Sweeping;

/// <summary>Takes the cases for which something is due; sweepers on other nodes pass over what is taken and do not wait for it.</summary>
internal sealed class DueCases(EngineDatabase database)
{
    /// <summary>The ids of at most <paramref name="count"/> cases, the longest due first; they are taken until <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<string>> Take(DateTimeOffset now, DateTimeOffset until, int count, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        return await db.Database.SqlQueryRaw<string>(Statement, now.UtcTicks, until.UtcTicks, count).ToListAsync(cancellation);
    }

    private string Statement => database.Provider switch
    {
        DatabaseProvider.Postgres => Postgres,
        DatabaseProvider.SqlServer => SqlServer,
        _ => Sqlite,
    };

    private const string Sqlite =
        """
        UPDATE cases SET swept_until = {1} WHERE id IN (
            SELECT id FROM cases
            WHERE next_due_at <= {0} AND (swept_until IS NULL OR swept_until <= {0})
            ORDER BY next_due_at LIMIT {2})
        RETURNING id
        """;

    private const string Postgres =
        """
        UPDATE cases SET swept_until = {1} WHERE id IN (
            SELECT id FROM cases
            WHERE next_due_at <= {0} AND (swept_until IS NULL OR swept_until <= {0})
            ORDER BY next_due_at LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING id
        """;

    private const string SqlServer =
        """
        WITH due AS (
            SELECT TOP ({2}) id, swept_until FROM cases WITH (ROWLOCK, UPDLOCK, READPAST)
            WHERE next_due_at <= {0} AND (swept_until IS NULL OR swept_until <= {0})
            ORDER BY next_due_at)
        UPDATE due SET swept_until = {1} OUTPUT inserted.id;
        """;
}
