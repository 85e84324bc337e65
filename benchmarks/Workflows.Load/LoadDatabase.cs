using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Engine.Storage;

namespace Workflows.Load;

/// <summary>A new, empty database for one run; it is removed afterwards.</summary>
internal sealed class LoadDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly string folder = Directory.CreateTempSubdirectory("workflows-load-").FullName;

    private LoadDatabase(DatabaseProvider provider, string? server)
    {
        Provider = provider;
        this.server = server;
        ConnectionString = server is null
            ? $"Data Source={Path.Combine(folder, "workflows.db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = $"load_{Guid.CreateVersion7():N}", MaxPoolSize = 100 }.ConnectionString;
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public string Folder => folder;

    /// <param name="server">A connection string of a PostgreSQL where databases may be made.</param>
    public static LoadDatabase New(DatabaseProvider provider, string? server) => new(provider, provider is DatabaseProvider.Postgres ? server : null);

    /// <summary>Bytes that the database has written for durability so far.</summary>
    public async Task<long> Written()
    {
        if (Provider is DatabaseProvider.Sqlite)
        {
            // Everything that this process writes while it measures goes to the database's files.
            var line = (await File.ReadAllLinesAsync("/proc/self/io")).Single(line => line.StartsWith("wchar:", StringComparison.Ordinal));
            return long.Parse(line["wchar:".Length..], null);
        }

        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}\" WITH (FORCE)", connection);
            await command.ExecuteNonQueryAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
