using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Workflows.Engine.Storage;

/// <summary>A prepared statement of SQLite that changes rows, without the objects that a command makes for each parameter and each run.</summary>
/// <remarks>Values are bound as Microsoft.Data.Sqlite binds them, so that both write the same.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string text)
    {
        database = connection.Handle ?? throw new InvalidOperationException("Expected an open connection, but it is closed.");
        Check(raw.sqlite3_prepare_v2(database, text, out statement));
    }

    /// <param name="position">Of the parameter, 0-based.</param>
    /// <exception cref="NotSupportedException">The model has a column of a type that is not known here.</exception>
    public void Bind(int position, object value) => Check(Bind(statement, position + 1, value));

    /// <summary>Runs the statement with the values that are bound.</summary>
    /// <returns>How many rows it has changed.</returns>
    /// <exception cref="SqliteException">What the database said.</exception>
    public int Execute()
    {
        var answer = raw.sqlite3_step(statement);
        var changed = answer == raw.SQLITE_DONE ? raw.sqlite3_changes(database) : 0;
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
        Check(answer);
        return changed;
    }

    public void Dispose() => statement.Dispose();

    private static int Bind(sqlite3_stmt statement, int number, object value) => value switch
    {
        DBNull => raw.sqlite3_bind_null(statement, number),
        string text => Text(statement, number, text),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, number, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        int whole => raw.sqlite3_bind_int64(statement, number, whole),
        bool yes => raw.sqlite3_bind_int64(statement, number, yes ? 1 : 0),
        DateOnly day => Text(statement, number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        double real => raw.sqlite3_bind_double(statement, number, real),
        decimal amount => Text(statement, number, amount.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Expected a value that SQLite can be given, but found a {value.GetType().Name}."),
    };

    private static int Text(sqlite3_stmt statement, int number, string text)
    {
        if (text.Length == 0)
        {
            // A span without bytes would be taken for no value.
            return raw.sqlite3_bind_text(statement, number, text);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, number, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Check(int answer)
    {
        if (answer is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(answer, database);
        }
    }
}
