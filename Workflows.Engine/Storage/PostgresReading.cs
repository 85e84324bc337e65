using Npgsql;

namespace Workflows.Engine.Storage;

/// <summary>Reads cases from PostgreSQL: those that are asked for while others are read are read together.</summary>
/// <remarks>A sweep asks for hundreds at once; each on a connection of its own, they would use up what the server has.</remarks>
internal sealed class PostgresReading
{
    private const int Lanes = 4;
    private const int GroupSize = 100;

    private readonly NpgsqlDataSource source;
    private readonly RowStatements statements;
    private readonly Together<Waiting> together;

    public PostgresReading(NpgsqlDataSource source, RowStatements statements)
    {
        (this.source, this.statements) = (source, statements);
        together = new Together<Waiting>(Lanes, GroupSize, Read);
    }

    public async Task<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation)
    {
        var waiting = new Waiting(caseId, knownSequence);
        await together.Put(waiting);
        return await waiting.Found.Task.WaitAsync(cancellation);
    }

    private async Task Read(List<Waiting> group)
    {
        try
        {
            await using var command = group is [var alone] ? One(alone) : Several(group);
            await using var reader = await command.ExecuteReaderAsync();
            var found = new Dictionary<string, StoredCase>(group.Count, StringComparer.Ordinal);
            while (await reader.ReadAsync())
            {
                found[reader.GetString(4)] = new StoredCase(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3));
            }

            group.ForEach(waiting => waiting.Found.TrySetResult(found.GetValueOrDefault(waiting.CaseId)));
        }
        catch (Exception exception)
        {
            group.ForEach(waiting => waiting.Found.TrySetException(exception));
        }
    }

    private NpgsqlCommand One(Waiting waiting)
    {
        var command = source.CreateCommand(statements.FindCase);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = waiting.CaseId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = waiting.KnownSequence });
        return command;
    }

    private NpgsqlCommand Several(List<Waiting> group)
    {
        // One that is asked for twice, with different things known, is sent whole.
        var known = group.GroupBy(waiting => waiting.CaseId, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(waiting => waiting.KnownSequence).Distinct().ToList() is [var one] ? one : 0, StringComparer.Ordinal);
        var command = source.CreateCommand(statements.FindCases);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. known.Keys] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. known.Values] });
        return command;
    }

    private sealed record Waiting(string CaseId, int KnownSequence)
    {
        public TaskCompletionSource<StoredCase?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
