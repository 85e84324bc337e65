using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Nodes;

/// <summary>Real processes under load that are killed, frozen and replaced, and what stands afterwards.</summary>
[Collection(typeof(ProcessSpecs))]
public sealed class EngineNodesSpecs
{
    private const int Clients = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How often a host is killed in each database; the nightly run sets more.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Loses_and_repeats_nothing_when_it_is_killed_again_and_again(DatabaseProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        await using var told = await Listener.Start();
        var host = await EngineProcess.Start(database, Cancellation, told.Settings);
        using var clients = new OfficeClients(() => host.Address);
        await clients.Prepare(Cancellation);
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => clients.Work($"client-{client}", enough.Token, Cancellation)));

        for (var kill = 0; kill < Kills; kill++)
        {
            // A random number of answers later the host is in the middle of others.
            var goal = clients.Acknowledged.Count + Random.Shared.Next(3, 20);
            await Until(() => clients.Acknowledged.Count >= goal || work.IsCompleted);
            await host.Kill(Cancellation);
            host.Dispose();
            host = await EngineProcess.Start(database, Cancellation, told.Settings);
        }

        await enough.CancelAsync();
        await work;
        await clients.LostNothing(Cancellation);
        await told.HeardOf(clients.Keys.Keys, ["case-started", "case-ended"]);
        (await host.Stop(Cancellation)).ShouldBe(0);
        host.Dispose();
    }

    [Fact]
    public async Task Three_nodes_on_one_database_stand_in_for_each_other()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Postgres);
        await using var told = await Listener.Start();
        var nodes = new EngineProcess[3];
        for (var node = 0; node < nodes.Length; node++)
        {
            nodes[node] = await EngineProcess.Start(database, Cancellation, told.Settings);
        }

        var turn = 0;
        using var clients = new OfficeClients(() => nodes[Interlocked.Increment(ref turn) % nodes.Length].Address);
        await clients.Prepare(Cancellation);
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => clients.Work($"client-{client}", enough.Token, Cancellation)));

        // Frozen in the middle of commands, and back when the others have gone on.
        await Answers(clients, work, 20);
        await nodes[0].Freeze();
        await Answers(clients, work, 30);
        await nodes[0].Continue();

        // Killed.
        await Answers(clients, work, 20);
        await nodes[1].Kill(Cancellation);
        await Answers(clients, work, 30);

        // Replaced one after the other: each drains, and ends well.
        nodes[1].Dispose();
        nodes[1] = await EngineProcess.Start(database, Cancellation, told.Settings);
        foreach (var node in new[] { 0, 2 })
        {
            (await nodes[node].Stop(Cancellation)).ShouldBe(0);
            nodes[node].Dispose();
            nodes[node] = await EngineProcess.Start(database, Cancellation, told.Settings);
            await Answers(clients, work, 10);
        }

        await enough.CancelAsync();
        await work;
        await clients.LostNothing(Cancellation);
        await told.HeardOf(clients.Keys.Keys, ["case-started", "case-ended"]);
        foreach (var node in nodes)
        {
            node.Dispose();
        }
    }

    [Fact]
    public async Task Another_node_takes_over_the_calls_of_a_killed_one_in_less_than_ten_seconds()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Postgres);
        await using var told = await Listener.Start();
        told.Answers = false;
        using var dying = await EngineProcess.Start(database, Cancellation, told.Settings);
        using var clients = new OfficeClients(() => dying.Address);
        await clients.Prepare(Cancellation);
        using var enough = new CancellationTokenSource();
        var work = clients.Work("client", enough.Token, Cancellation);
        await Until(() => told.Waiting > 0 || work.IsFaulted);
        await enough.CancelAsync();
        await work;

        using var other = await EngineProcess.Start(database, Cancellation, told.Settings);
        await dying.Kill(Cancellation);
        told.Answers = true;
        var killed = System.Diagnostics.Stopwatch.StartNew();
        await told.HeardOf(clients.Keys.Keys, ["case-started"]);

        killed.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nodes_of_one_database_share_one_schedule()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Postgres);
        var settings = new Dictionary<string, string?> { ["Workflows:Schedules:Anchor"] = "* * * * * ?" };
        using var first = await EngineProcess.Start(database, Cancellation, settings);
        using var second = await EngineProcess.Start(database, Cancellation, settings);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancellation);

        await Until(async () => await Count(connection, "qrtz_scheduler_state") == 2 && await Count(connection, "journal_anchors") == 1);
        await first.Kill(Cancellation);
        await Until(async () => await Count(connection, "qrtz_scheduler_state") == 1);

        (await Count(connection, "journal_anchors")).ShouldBe(1);
    }

    private static async Task<long> Count(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task Until(Func<Task<bool>> reached)
    {
        while (!await reached())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }

    private static Task Answers(OfficeClients clients, Task work, int more)
    {
        var goal = clients.Acknowledged.Count + more;
        return Until(() => clients.Acknowledged.Count >= goal || work.IsCompleted);
    }

    private static async Task Until(Func<bool> reached)
    {
        while (!reached())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation);
        }
    }

    /// <summary>A system that is told of every start and end.</summary>
    private sealed class Listener(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<(string CaseId, string Kind), ConcurrentBag<string>> keys = new();
        private int waiting;

        /// <summary>While false, whoever calls waits for an answer.</summary>
        public bool Answers { get; set; } = true;

        public int Waiting => Volatile.Read(ref waiting);

        public Dictionary<string, string?> Settings => new()
        {
            ["Workflows:Webhooks:0:Name"] = "platform",
            ["Workflows:Webhooks:0:Url"] = app.Urls.Single(),
            ["Workflows:Webhooks:0:Kinds:0"] = "case-started",
            ["Workflows:Webhooks:0:Kinds:1"] = "case-ended",
        };

        public static async Task<Listener> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var listener = new Listener(builder.Build());
            listener.Listen();
            await listener.StartAsync();
            return listener;
        }

        /// <summary>Waits until it has heard of all, and checks that every repetition had the same key.</summary>
        public async Task HeardOf(IEnumerable<string> cases, string[] kinds)
        {
            var expected = cases.SelectMany(id => kinds.Select(kind => (id, kind))).ToList();
            await Until(() => expected.TrueForAll(keys.ContainsKey));
            keys.Values.ShouldAllBe(told => told.Distinct().Count() == 1);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task StartAsync() => app.StartAsync(Cancellation);

        private void Listen() => app.MapPost("/", async (HttpRequest request) =>
        {
            var told = (await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted))!;
            if (!Answers)
            {
                Interlocked.Increment(ref waiting);
                await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted);
            }

            keys.GetOrAdd((((string)told["source"]!).Split('/')[^1], ((string)told["type"]!).Split('.')[^1]), _ => []).Add((string)told["id"]!);
            return Results.NoContent();
        });
    }
}

/// <summary>Specs with several processes have the machine for themselves: they promise how soon one stands in for another.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class ProcessSpecs;
