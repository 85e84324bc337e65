using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Workflows.Engine.Storage;

/// <summary>The hot path on SQLite: one connection that writes, a few that read, every statement prepared once.</summary>
internal sealed class SqliteCaseStore(string connectionString, RowStatements statements) : CaseStore, IDisposable
{
    private const string NextSerial =
        """
        INSERT INTO numbers (series, last) VALUES ($1, 1)
        ON CONFLICT (series) DO UPDATE SET last = numbers.last + 1
        RETURNING last
        """;

    private readonly ConcurrentBag<SqliteSession> readers = [];
    private SqliteSession? writer;

    public override int Lanes => 1;

    public override int GroupSize => 64;

    public override ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation)
    {
        var session = readers.TryTake(out var free) ? free : new SqliteSession(connectionString);
        var command = session.Command(statements.FindCase, 2);
        command.Parameters[0].Value = caseId;
        command.Parameters[1].Value = knownSequence;
        StoredCase? found;
        using (var reader = command.ExecuteReader())
        {
            found = reader.Read()
                ? new StoredCase(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3))
                : null;
        }

        readers.Add(session);
        return ValueTask.FromResult(found);
    }

    public override Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group)
    {
        var session = writer ??= new SqliteSession(connectionString);
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            var faults = group.Select(write => Write(session, write)).ToArray();
            session.Change("COMMIT").Execute();
            return Task.FromResult<IReadOnlyList<Exception?>>(faults);
        }
        catch (SqliteException)
        {
            // Closing takes back whatever is open; what state the connection is in otherwise nobody can say.
            writer = null;
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        writer?.Dispose();
        foreach (var session in readers)
        {
            session.Dispose();
        }
    }

    private Exception? Write(SqliteSession session, CaseWrite write)
    {
        session.Change("SAVEPOINT one").Execute();
        try
        {
            if (write.Rows(write.Series is { } series ? Serial(session, series) : 0) is { } rows)
            {
                foreach (var change in rows.All)
                {
                    Write(session, change);
                }
            }
            else
            {
                session.Change("ROLLBACK TO one").Execute();
            }
        }
        catch (Exception exception)
        {
            session.Change("ROLLBACK TO one").Execute();
            session.Change("RELEASE one").Execute();
            return exception;
        }

        session.Change("RELEASE one").Execute();
        return null;
    }

    private void Write(SqliteSession session, in RowChange change)
    {
        var statement = statements.Of(change);
        var prepared = session.Change(statement.Text);
        for (var position = 0; position < statement.ParameterCount; position++)
        {
            prepared.Bind(position, statement.Value(change, position));
        }

        if (prepared.Execute() == 0 && change.Kind is RowChangeKind.Change)
        {
            throw new RowHasChangedException(change.Row);
        }
    }

    private static int Serial(SqliteSession session, string series)
    {
        var command = session.Command(NextSerial, 1);
        command.Parameters[0].Value = series;
        return Convert.ToInt32(command.ExecuteScalar(), null);
    }
}
