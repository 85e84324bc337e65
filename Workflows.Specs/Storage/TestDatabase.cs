using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>A database for one spec, with a folder beside it; both are removed on disposal.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Postgres = "WORKFLOWS_POSTGRES";
    private const string SqlServer = "WORKFLOWS_SQLSERVER";

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
        var variable = provider is DatabaseProvider.SqlServer ? SqlServer : Postgres;
        var server = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(provider is not DatabaseProvider.Sqlite && string.IsNullOrEmpty(server), $"No {provider} is named: set {variable} to a connection string of a user who may create databases.");
        var folder = Directory.CreateTempSubdirectory("workflows-").FullName;
        var name = $"specs_{Guid.NewGuid():N}";
        return new TestDatabase(provider, folder, provider switch
        {
            DatabaseProvider.Postgres => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString,
            DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString,
            _ => $"Data Source={Path.Combine(folder, "workflows.db")}",
        });
    }

    public async ValueTask DisposeAsync()
    {
        switch (Provider)
        {
            case DatabaseProvider.Postgres:
                await DropPostgres();
                break;
            case DatabaseProvider.SqlServer:
                await DropSqlServer();
                break;
            default:
                using (var connection = new SqliteConnection(ConnectionString))
                {
                    SqliteConnection.ClearPool(connection);
                }

                break;
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task DropSqlServer()
    {
        var mine = new SqlConnectionStringBuilder(ConnectionString);
        await using var connection = new SqlConnection(Environment.GetEnvironmentVariable(SqlServer));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER DATABASE [{mine.InitialCatalog}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{mine.InitialCatalog}]";
        await command.ExecuteNonQueryAsync();
    }

    private async Task DropPostgres()
    {
        var mine = new NpgsqlConnectionStringBuilder(ConnectionString);
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Postgres));
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS \"{mine.Database}\" WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
    }
}
