using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shouldly;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

public sealed class MigrationSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Say_all_that_the_model_says_for_SQLite() => new SqliteEngineDbFactory().CreateDbContext([]).Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void Say_all_that_the_model_says_for_PostgreSQL() => new PostgresEngineDbFactory().CreateDbContext([]).Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void Say_all_that_the_model_says_for_SQL_Server() => new SqlServerEngineDbFactory().CreateDbContext([]).Database.HasPendingModelChanges().ShouldBeFalse();

    [Fact]
    public void Use_only_types_that_SQL_Server_has()
    {
        using var db = new SqlServerEngineDbFactory().CreateDbContext([]);

        var types = db.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Select(property => property.GetColumnType().Split('(')[0]).Distinct();

        types.ShouldBeSubsetOf(["nvarchar", "varbinary", "bigint", "int", "bit", "date"]);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Refuse_a_database_that_a_newer_program_has_changed(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await using var db = engine.Get<EngineDatabase>().Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '99.0.0')", Cancellation);

        var refusal = await Should.ThrowAsync<DatabaseRefusedException>(() => engine.Get<DatabaseStart>().Migrate(Cancellation));

        refusal.Message.ShouldBe("Expected a database that this program knows, but a newer program has applied [99990101000000_Future]. Start that program, or restore a backup from before it.");
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Refuse_an_older_database_where_the_settings_do_not_let_it_be_changed(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await using var db = engine.Get<EngineDatabase>().Open();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_Start'", Cancellation);
        var start = new DatabaseStart(engine.Get<EngineDatabase>(), Options.Create(new DatabaseOptions { Migrate = false }));

        var refusal = await Should.ThrowAsync<DatabaseRefusedException>(() => start.Migrate(Cancellation));

        refusal.Message.ShouldMatch(@"^Expected a database in the format of this program, but \[\d+_Start\] are missing\. Take a backup, then start one node with Workflows:Database:Migrate=true\.$");
        (await Should.ThrowAsync<DatabaseRefusedException>(() => start.Check(Cancellation))).Message.ShouldBe(refusal.Message);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Leave_a_database_that_is_up_to_date_as_it_is(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var started = await engine.StartCase();

        await Task.WhenAll(engine.Get<DatabaseStart>().Migrate(Cancellation), engine.Get<DatabaseStart>().Migrate(Cancellation));

        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Cases.SingleAsync(Cancellation)).Number.ShouldBe(started.Number);
    }

    [Fact]
    public async Task Go_on_where_a_process_was_killed_while_it_migrated_SQLite()
    {
        await using var engine = await TestEngine.Start();
        await using var db = engine.Get<EngineDatabase>().Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-02')", Cancellation);

        await engine.Get<DatabaseStart>().Migrate(Cancellation);

        (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Cancellation)).ShouldBe(["wal"]);
    }
}
