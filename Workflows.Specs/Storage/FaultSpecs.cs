using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;
using Workflows.Engine.Sweeping;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

/// <summary>What the world does to a database while the engine writes: the connection is cut, the disk is full, the clock goes back.</summary>
public sealed class FaultSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loses_and_repeats_nothing_when_its_connections_are_cut_while_it_writes()
    {
        const int Cases = 4, Commands = 24, BetweenCuts = 8;
        await using var engine = await Start(DatabaseProvider.Postgres);
        var items = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var number in Enumerable.Range(1, Cases))
        {
            items.Add($"case-{number}", (await engine.StartCase($"case-{number}")).WorkItems.Keys.Single());
        }

        var answered = 0;
        await Task.WhenAll(items.Select(started => Task.Run(
            async () =>
            {
                var (id, item) = started;
                for (var number = 0; number < Commands; number++)
                {
                    Accepted(await engine.Send(id, SampleService.Clerk, Turn(item, number), $"{id}/{number}"));
                    if (Interlocked.Increment(ref answered) % BetweenCuts == 0)
                    {
                        await CutConnections(engine.Database);
                    }
                }
            },
            Cancellation)));

        // What reads next must not get a connection that was cut.
        NpgsqlConnection.ClearAllPools();
        await using var db = engine.Get<EngineDatabase>().Open();
        foreach (var id in items.Keys)
        {
            var written = await db.Journal.Where(row => row.CaseId == id).OrderBy(row => row.Sequence).Select(row => row.CommandId).ToListAsync(Cancellation);
            written.ShouldBe([$"start-{id}", .. Enumerable.Range(0, Commands).Select(number => $"{id}/{number}")]);
            (await engine.Get<JournalReader>().Verify(id, Cancellation)).IsIntact.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Says_that_the_disk_is_full_and_goes_on_when_there_is_room_again()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Sqlite);
        using var disk = SmallDisk.Over(database.Folder);
        await using var engine = await Start(database, owns: false);
        var item = (await engine.StartCase()).WorkItems.Keys.Single();

        disk.Fill();
        var (full, refused) = await FirstRefusal(engine, item);
        var sequence = await Sequence(engine);
        disk.Empty();

        full.SqliteErrorCode.ShouldBeOneOf(SQLitePCL.raw.SQLITE_FULL, SQLitePCL.raw.SQLITE_IOERR);
        sequence.ShouldBe(refused + 1);
        Accepted(await engine.Send("case-1", SampleService.Clerk, Turn(item, refused), $"turn-{refused}")).Sequence.ShouldBe(sequence + 1);
        (await engine.Get<JournalReader>().Verify("case-1", Cancellation)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Does_nothing_twice_when_the_clock_is_set_back_an_hour()
    {
        await using var engine = await Start();
        await engine.StartCase();
        engine.Time.MoveTo(new DateTimeOffset(2026, 3, 10, 0, 30, 0, TimeSpan.FromHours(8)));
        (await Sweep(engine)).ShouldBe(1);
        var after = await Sequence(engine);

        engine.Time.SetBack(TimeSpan.FromHours(1));
        (await Sweep(engine)).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromHours(2));
        (await Sweep(engine)).ShouldBe(0);

        (await Sequence(engine)).ShouldBe(after);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Journal.CountAsync(row => row.Command == "reach-time", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Goes_on_with_a_case_while_the_clock_stands_before_its_last_entry()
    {
        await using var engine = await Start();
        var item = (await engine.StartCase()).WorkItems.Keys.Single();

        engine.Time.SetBack(TimeSpan.FromHours(1));
        var claimed = Accepted(await engine.Send("case-1", SampleService.Clerk, new ClaimWorkItem(item))).Case;

        claimed.WorkItems[item].Holder!.AccountId.ShouldBe(SampleService.Clerk.AccountId);
        (await engine.Get<JournalReader>().Verify("case-1", Cancellation)).IsIntact.ShouldBeTrue();
    }

    /// <summary>Claims and releases in turn.</summary>
    private static CaseCommand Turn(int item, int number) => number % 2 == 0 ? new ClaimWorkItem(item) : new ReleaseWorkItem(item);

    /// <summary>Writes until the disk is full, which takes some commands: the log has room that was used before.</summary>
    private static async Task<(SqliteException Fault, int Number)> FirstRefusal(TestEngine engine, int item)
    {
        for (var number = 0; number < 10_000; number++)
        {
            try
            {
                Accepted(await engine.Send("case-1", SampleService.Clerk, Turn(item, number), $"turn-{number}"));
            }
            catch (SqliteException fault)
            {
                return (fault, number);
            }
        }

        throw new InvalidOperationException("Expected the disk to be full, but all commands were written.");
    }

    private static async Task CutConnections(TestDatabase database)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
        command.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database });
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<int> Sequence(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.Cases.Where(row => row.Id == "case-1").Select(row => row.Sequence).SingleAsync(Cancellation);
    }

    private static Task<int> Sweep(TestEngine engine) => ActivatorUtilities.CreateInstance<ClockSweeper>(engine.Services).Sweep(Cancellation);
}
