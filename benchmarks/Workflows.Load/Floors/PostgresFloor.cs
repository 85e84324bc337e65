using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using Workflows.Engine.Storage;

namespace Workflows.Load.Floors;

/// <summary>PostgreSQL without an engine: one statement reads, one batch writes, all prepared; a connection for each client.</summary>
internal sealed class PostgresFloor(string connectionString, Script script) : Floor(script)
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 });
    private readonly ConcurrentDictionary<RowColumn, NpgsqlDbType> types = new();

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    protected override async Task Write(string caseId, IReadOnlyList<ScriptStatement> command, bool isStart)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (!isStart)
        {
            await using var find = new NpgsqlCommand(Script.FindCase, connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = caseId }, new NpgsqlParameter<int> { TypedValue = 0 } },
            };
            await using var reader = await find.ExecuteReaderAsync();
            await reader.ReadAsync();
            reader.GetFieldValue<byte[]>(3);
        }

        await using var batch = new NpgsqlBatch(connection);
        if (isStart)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(NextSerial));
        }

        foreach (var statement in command)
        {
            var one = new NpgsqlBatchCommand(statement.Text);
            foreach (var value in statement.Values)
            {
                one.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(value.Column), Value = value.For(caseId) });
            }

            batch.BatchCommands.Add(one);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlDbType TypeOf(RowColumn column) => types.GetOrAdd(column, static column =>
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)column.Mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType;
    });
}
