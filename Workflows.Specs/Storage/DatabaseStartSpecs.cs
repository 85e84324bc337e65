using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Workflows.Engine;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>Databases that the program does not start on: it says why and what to do, ends, and has damaged nothing.</summary>
public sealed class DatabaseStartSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite", "Date Source=workflows.db", "Expected a connection string for Sqlite in Workflows:Database:ConnectionString, but it cannot be read: ")]
    [InlineData("Sqlite", "Data Source=/proc/workflows/cases.db", "Expected to open the database 'data source=/proc/workflows/cases.db', but it cannot be opened (")]
    [InlineData("Postgres", "Host=127.0.0.1;Port=1;Username=engine;Password=secret;Database=cases", "Expected to reach the database 'host=127.0.0.1;port=1;username=engine;database=cases', but Postgres says: ")]
    [InlineData("SqlServer", "Server=127.0.0.1,1;User Id=engine;Password=secret;Database=cases;Connect Timeout=1;Encrypt=false", "Expected to reach the database 'server=127.0.0.1,1;user id=engine;database=cases;connect timeout=1;encrypt=false', but SqlServer says: ")]
    public async Task Says_what_is_wrong_with_a_connection_string(string provider, string connection, string sentence)
    {
        var (exit, errors) = await Serve(provider, connection);

        exit.ShouldBe(1);
        errors.ShouldStartWith(sentence);
        errors.ShouldNotContain("secret");
        errors.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public async Task Says_that_the_server_refuses_the_account()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Postgres);
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "wrong" }.ConnectionString;

        var (exit, errors) = await Serve("Postgres", connection);

        exit.ShouldBe(1);
        errors.ShouldContain("password authentication failed");
    }

    [Fact]
    public async Task Says_that_the_database_is_read_only_and_changes_nothing()
    {
        await using var engine = await TestEngine.Start();
        await using (var db = engine.Get<EngineDatabase>().Open())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_Start'", Cancellation);
        }

        var readOnly = new SqliteConnectionStringBuilder(engine.Database.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;
        var (exit, errors) = await Serve("Sqlite", readOnly);

        exit.ShouldBe(1);
        errors.ShouldMatch("^Expected to write the database '.*', but it is read-only: check the disk, the owner of the file and of its folder, and Mode in Workflows:Database:ConnectionString\\.");
    }

    private static async Task<(int Exit, string Errors)> Serve(string provider, string connection)
    {
        using var errors = new StringWriter();
        var exit = await EngineProgram.Commands(TextWriter.Null, errors).Parse(
        [
            "serve", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            $"--Workflows:Database:Provider={provider}", $"--Workflows:Database:ConnectionString={connection}",
        ]).InvokeAsync(cancellationToken: Cancellation);
        return (exit, errors.ToString());
    }
}
