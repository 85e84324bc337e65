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
internal sealed class PostgresCaseStore(string connectionString, RowStatements statements) : CaseStore, IAsyncDisposable, IDisposable
{
    private const int Statements = 100;

    private const string LockSeries =
        """
        INSERT INTO numbers (series, last) VALUES ($1, 0)
        ON CONFLICT (series) DO UPDATE SET last = numbers.last
        RETURNING last
        """;

    private const string SetLast = "UPDATE numbers SET last = $2 WHERE series = $1";

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Settings(connectionString));
    private readonly ConcurrentDictionary<RowColumn, NpgsqlDbType> types = new();

    public override int Lanes => 2;

    public override int GroupSize => 64;

    public override async ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(statements.FindCase);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = caseId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = knownSequence });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new StoredCase(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3))
            : null;
    }

    public override async Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group)
    {
        var faults = new Exception?[group.Count];
        var open = Enumerable.Range(0, group.Count).OrderBy(position => group[position].CaseId, StringComparer.Ordinal).ToList();
        await using var connection = await source.OpenConnectionAsync();
        while (open.Count > 0 && await Write(connection, group, open) is { } fault)
        {
            faults[fault.Position] = fault.Exception;
            open.Remove(fault.Position);
        }

        return faults;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();

    private static string Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeFailedBatchedCommand = true };
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? Statements : settings.MaxAutoPrepare;
        settings.AutoPrepareMinUsages = 2;
        return settings.ConnectionString;
    }

    /// <summary>Writes those of the group that are still open; returns the first that fails, with nothing written.</summary>
    private async Task<(int Position, Exception Exception)?> Write(NpgsqlConnection connection, IReadOnlyList<CaseWrite> group, List<int> open)
    {
        var series = open.Select(position => group[position].Series).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var last = series.Count == 0 ? [] : await Lock(connection, series);
        await using var batch = new NpgsqlBatch(connection);
        var owners = new List<int>(open.Count * 6);
        foreach (var position in open)
        {
            try
            {
                Put(batch, group[position], last);
            }
            catch (Exception exception)
            {
                // A start decides only now, with its number; what fails there must not stop the others.
                await TakeBack(connection, series.Count > 0);
                return (position, exception);
            }

            owners.AddRange(Enumerable.Repeat(position, batch.BatchCommands.Count - owners.Count));
        }

        if (series.Count > 0)
        {
            series.ForEach(one => batch.BatchCommands.Add(Command(SetLast, new() { Value = one }, new() { Value = last[one] })));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        }

        try
        {
            await batch.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException exception) when (exception.BatchCommand is NpgsqlBatchCommand failed && batch.BatchCommands.IndexOf(failed) is var index && index < owners.Count)
        {
            await TakeBack(connection, series.Count > 0);
            return (owners[index], exception);
        }
    }

    /// <summary>Puts the rows of one command into the batch; a start takes the next serial of its series.</summary>
    private void Put(NpgsqlBatch batch, CaseWrite write, Dictionary<string, int> last)
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
            batch.BatchCommands.Add(Command(change));
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

    private NpgsqlBatchCommand Command(in RowChange change)
    {
        var statement = statements.Of(change);
        var command = new NpgsqlBatchCommand(statement.Text);
        for (var position = 0; position < statement.ParameterCount; position++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(statement.Parameter(position)), Value = statement.Value(change, position) });
        }

        return command;
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
