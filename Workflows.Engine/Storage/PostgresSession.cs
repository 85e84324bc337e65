using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Workflows.Engine.Storage;

/// <summary>An open connection to PostgreSQL with the commands that were made for it; one user at a time.</summary>
/// <remarks>A parameter is an object of 160 bytes, and a completion has some hundred of them: they are filled again and not made again.</remarks>
internal sealed class PostgresSession(NpgsqlConnection connection, Func<RowColumn, NpgsqlDbType> typeOf) : IAsyncDisposable, IDisposable
{
    private readonly Dictionary<RowStatement, Stack<NpgsqlBatchCommand>> free = new(ReferenceEqualityComparer.Instance);
    private readonly List<(RowStatement Statement, NpgsqlBatchCommand Command)> used = [];

    public NpgsqlConnection Connection => connection;

    /// <summary>False where the connection has been lost.</summary>
    public bool IsOpen => connection.FullState.HasFlag(ConnectionState.Open) && !connection.FullState.HasFlag(ConnectionState.Broken);

    /// <summary>A command with the values of a change, until <see cref="Free"/>.</summary>
    public NpgsqlBatchCommand Command(RowStatement statement, in RowChange change)
    {
        var command = free.TryGetValue(statement, out var made) && made.TryPop(out var again) ? again : New(statement);
        used.Add((statement, command));
        for (var position = 0; position < statement.ParameterCount; position++)
        {
            command.Parameters[position].Value = statement.Value(change, position);
        }

        return command;
    }

    /// <summary>Takes the commands back; they must be in no batch any more.</summary>
    public void Free()
    {
        foreach (var (statement, command) in used)
        {
            foreach (var parameter in (IEnumerable<NpgsqlParameter>)command.Parameters)
            {
                parameter.Value = null;
            }

            if (!free.TryGetValue(statement, out var made))
            {
                free.Add(statement, made = []);
            }

            made.Push(command);
        }

        used.Clear();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public void Dispose() => connection.Dispose();

    private NpgsqlBatchCommand New(RowStatement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Text);
        for (var position = 0; position < statement.ParameterCount; position++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = typeOf(statement.Parameter(position)) });
        }

        return command;
    }
}
