using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Workflows.Engine.Storage;

/// <summary>The hot path on PostgreSQL: one round trip to read a case, one to write a group; every statement is prepared by itself.</summary>
/// <remarks>
/// A batch without a transaction around it is one transaction for the server, so that beginning and committing cost no round trip. The rows
/// go in the order of the case ids, and numbers before cases: two nodes that write the same rows wait for each other and never in a circle.
/// </remarks>
internal sealed class PostgresCaseStore : CaseStore, IAsyncDisposable, IDisposable
{
    private const int Statements = 100;

    private const string LockSeries =
        """
        INSERT INTO numbers (series, last) VALUES ($1, 0)
        ON CONFLICT (series) DO UPDATE SET last = numbers.last
        RETURNING last
        """;

    private const string SetLast = "UPDATE numbers SET last = $2 WHERE series = $1";

    private readonly RowStatements statements;
    private readonly NpgsqlDataSource source;
    private readonly PostgresReading reading;
    private readonly ConcurrentDictionary<RowColumn, NpgsqlDbType> types = new();
    private readonly ConcurrentBag<PostgresSession> writers = [];

    public PostgresCaseStore(string connectionString, RowStatements statements)
    {
        this.statements = statements;
        source = NpgsqlDataSource.Create(Settings(connectionString));
        reading = new PostgresReading(source, statements);
    }

    public override int Lanes => 2;

    public override int GroupSize => 64;

    public override ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation) =>
        new(reading.Find(caseId, knownSequence, cancellation));

    public override async Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group)
    {
        var faults = new Exception?[group.Count];
        var open = Enumerable.Range(0, group.Count).OrderBy(position => group[position].CaseId, StringComparer.Ordinal).ToList();
        var session = writers.TryTake(out var free) ? free : new PostgresSession(await source.OpenConnectionAsync(), TypeOf);
        try
        {
            while (open.Count > 0 && await Write(session, group, open) is { } fault)
            {
                faults[fault.Position] = fault.Exception;
                open.Remove(fault.Position);
            }
        }
        catch
        {
            // Closing takes back whatever is open; what state the connection is in otherwise nobody can say.
            await session.DisposeAsync();
            throw;
        }

        writers.Add(session);
        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in writers)
        {
            await session.DisposeAsync();
        }

        await source.DisposeAsync();
    }

    public void Dispose()
    {
        foreach (var session in writers)
        {
            session.Dispose();
        }

        source.Dispose();
    }

    private static string Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeFailedBatchedCommand = true };
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? Statements : settings.MaxAutoPrepare;
        settings.AutoPrepareMinUsages = 2;
        return settings.ConnectionString;
    }

    /// <summary>Writes those of the group that are still open; returns the first that fails, with nothing written.</summary>
    private async Task<(int Position, Exception Exception)?> Write(PostgresSession session, IReadOnlyList<CaseWrite> group, List<int> open)
    {
        var series = open.Select(position => group[position].Series).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var last = series.Count == 0 ? [] : await Lock(session.Connection, series);
        await using var batch = new NpgsqlBatch(session.Connection);
        try
        {
            return await Write(session, batch, group, open, last);
        }
        finally
        {
            batch.BatchCommands.Clear();
            session.Free();
        }
    }

    private async Task<(int Position, Exception Exception)?> Write(
        PostgresSession session, NpgsqlBatch batch, IReadOnlyList<CaseWrite> group, List<int> open, Dictionary<string, int> last)
    {
        var owners = new List<int>(open.Count * 6);
        foreach (var position in open)
        {
            try
            {
                Put(session, batch, group[position], last);
            }
            catch (Exception exception)
            {
                // A start decides only now, with its number; what fails there must not stop the others.
                await TakeBack(session.Connection, last.Count > 0);
                return (position, exception);
            }

            owners.AddRange(Enumerable.Repeat(position, batch.BatchCommands.Count - owners.Count));
        }

        if (last.Count > 0)
        {
            foreach (var (series, serial) in last.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                batch.BatchCommands.Add(Command(SetLast, new() { Value = series }, new() { Value = serial }));
            }

            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        }

        try
        {
            await batch.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException exception) when (session.IsOpen && exception.BatchCommand is NpgsqlBatchCommand failed && batch.BatchCommands.IndexOf(failed) is var index && index < owners.Count)
        {
            await TakeBack(session.Connection, last.Count > 0);
            return (owners[index], exception);
        }
    }

    /// <summary>Puts the rows of one command into the batch; a start takes the next serial of its series.</summary>
    private void Put(PostgresSession session, NpgsqlBatch batch, CaseWrite write, Dictionary<string, int> last)
    {
        var serial = write.Series is { } series ? last[series] + 1 : 0;
        if (write.Rows(serial) is not { } rows)
        {
            return;
        }

        if (write.Series is { } taken)
        {
            last[taken] = serial;
        }

        foreach (var change in rows.All)
        {
            batch.BatchCommands.Add(session.Command(statements.Of(change), change));
        }
    }

    private static async Task<Dictionary<string, int>> Lock(NpgsqlConnection connection, List<string> series)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        series.ForEach(one => batch.BatchCommands.Add(Command(LockSeries, new NpgsqlParameter { Value = one })));
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var one in series)
        {
            await reader.ReadAsync();
            last[one] = reader.GetInt32(0);
            await reader.NextResultAsync();
        }

        return last;
    }

    private static async Task TakeBack(NpgsqlConnection connection, bool isOpen)
    {
        if (isOpen)
        {
            await using var command = new NpgsqlCommand("ROLLBACK", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static NpgsqlBatchCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>The type that the model gives the column; a missing value says none of itself.</summary>
    private NpgsqlDbType TypeOf(RowColumn column) => types.GetOrAdd(column, static column =>
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)column.Mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType;
    });
}
