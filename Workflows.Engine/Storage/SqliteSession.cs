using Microsoft.Data.Sqlite;

namespace Workflows.Engine.Storage;

/// <summary>An open connection to SQLite with the statements that were prepared on it; one user at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> changes = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(SqlitePragmas.Text);
    }

    /// <summary>The prepared statement with its parameters <c>$1</c>, <c>$2</c>, …, whose values the caller sets.</summary>
    public SqliteCommand Command(string text, int parameters)
    {
        if (!commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            for (var number = 1; number <= parameters; number++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
            }

            commands.Add(text, command);
        }

        return command;
    }

    /// <summary>The prepared statement that changes rows.</summary>
    public SqliteStatement Change(string text)
    {
        if (!changes.TryGetValue(text, out var change))
        {
            changes.Add(text, change = new SqliteStatement(connection, text));
        }

        return change;
    }

    public void Execute(string text) => Command(text, 0).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var change in changes.Values)
        {
            change.Dispose();
        }

        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
