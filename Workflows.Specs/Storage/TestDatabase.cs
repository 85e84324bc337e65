using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>A database for one spec, with a folder beside it; both are removed on disposal.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "WORKFLOWS_POSTGRES";

    private TestDatabase(DatabaseProvider provider, string folder, string connectionString)
    {
        Provider = provider;
        Folder = folder;
        ConnectionString = connectionString;
    }

    public DatabaseProvider Provider { get; }

    public string Folder { get; }

    public string ConnectionString { get; }

    /// <summary>What a host needs to be told.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        [$"{DatabaseOptions.Section}:Provider"] = Provider.ToString(),
        [$"{DatabaseOptions.Section}:ConnectionString"] = ConnectionString,
    };

    /// <summary>A new, empty database; the spec is skipped where its server is not named.</summary>
    public static TestDatabase New(DatabaseProvider provider)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(provider is DatabaseProvider.Postgres && string.IsNullOrEmpty(server), $"No PostgreSQL is named: set {Variable} to a connection string of a user who may create databases.");
        var folder = Directory.CreateTempSubdirectory("workflows-").FullName;
        return new TestDatabase(provider, folder, provider is DatabaseProvider.Postgres
            ? new NpgsqlConnectionStringBuilder(server) { Database = $"specs_{Guid.NewGuid():N}" }.ConnectionString
            : $"Data Source={Path.Combine(folder, "workflows.db")}");
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider is DatabaseProvider.Postgres)
        {
            await DropPostgres();
        }
        else
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task DropPostgres()
    {
        var mine = new NpgsqlConnectionStringBuilder(ConnectionString);
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Variable));
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS \"{mine.Database}\" WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
    }
}
