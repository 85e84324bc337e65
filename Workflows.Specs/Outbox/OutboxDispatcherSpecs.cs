using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Outbox;

public sealed class OutboxDispatcherSpecs
{
    private readonly ConcurrentQueue<(string Consumer, OutboxCall Call)> delivered = new();
    private string? fault;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Makes_a_call_once_the_case_has_decided_on_it(DatabaseProvider provider)
    {
        await using var engine = await Connected(provider, "seal");

        (await Dispatch(engine)).ShouldBe(1);
        (await Dispatch(engine)).ShouldBe(0);

        var (_, call) = delivered.ShouldHaveSingleItem();
        (call.CaseId, call.Number, call.Sequence, call.Kind, call.EnteredAt).ShouldBe(("case-1", "YJS202603020001", 1, OutboxKind.ConnectorCalled, Monday));
        call.Event.ShouldBeOfType<ConnectorCalled>().Connector.ShouldBe("seal");
        (await Rows(engine)).ShouldHaveSingleItem().State.ShouldBe(OutboxState.Sent);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Gives_a_call_that_several_want_to_each_of_them(DatabaseProvider provider)
    {
        await using var engine = await Connected(provider, "seal", "archive");

        await Dispatch(engine);

        delivered.Select(one => one.Consumer).ShouldBe(["seal", "archive"], ignoreOrder: true);
        delivered.Select(one => one.Call.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        (await Rows(engine)).Select(row => row.State).ShouldBe([OutboxState.Spread, OutboxState.Sent, OutboxState.Sent]);
    }

    [Fact]
    public async Task Leaves_alone_what_nobody_wants()
    {
        await using var engine = await Connected(DatabaseProvider.Sqlite);

        await Dispatch(engine);

        (await Rows(engine)).ShouldHaveSingleItem().State.ShouldBe(OutboxState.Unheard);
    }

    [Fact]
    public async Task Waits_longer_after_each_failure_and_keeps_the_key()
    {
        await using var engine = await Connected(DatabaseProvider.Sqlite, "seal");
        fault = "Expected a seal, but the office is closed.";

        await Dispatch(engine);
        (await Rows(engine)).ShouldHaveSingleItem().LastError.ShouldBe(fault);
        (await Dispatch(engine)).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromSeconds(1.25));
        await Dispatch(engine);
        engine.Time.Advance(TimeSpan.FromSeconds(1.25));
        (await Dispatch(engine)).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromSeconds(1.25));
        fault = null;
        await Dispatch(engine);

        delivered.Count.ShouldBe(3);
        delivered.Select(one => one.Call.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        (await Rows(engine)).ShouldHaveSingleItem().State.ShouldBe(OutboxState.Sent);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Takes_over_a_call_of_a_node_that_died_with_it(DatabaseProvider provider)
    {
        await using var engine = await Connected(provider, "seal");
        var now = engine.Time.GetUtcNow();
        (await engine.Get<OutboxQueue>().Take(now, now.AddSeconds(30), 10, Cancellation)).Count.ShouldBe(1);

        (await Dispatch(engine)).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        (await Dispatch(engine)).ShouldBe(1);

        delivered.Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Shares_the_calls_between_nodes_that_take_at_once(DatabaseProvider provider)
    {
        await using var engine = await Connected(provider, "seal");
        foreach (var number in Enumerable.Range(2, 39))
        {
            Accepted(await engine.Send($"case-{number}", SampleService.Clerk, ConnectedService.Start));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Dispatch(engine), Cancellation)));

        delivered.Select(one => one.Call.CaseId).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 40).Select(number => $"case-{number}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_up_after_many_failures_which_is_an_incident_that_can_be_retried()
    {
        await using var engine = await Connected(DatabaseProvider.Sqlite, "seal");
        fault = "Expected a seal, but the office is closed.";

        await GiveUp(engine);

        var incident = (await State(engine)).Incidents.Values.ShouldHaveSingleItem();
        incident.ElementId.ShouldBe("seal");
        incident.Message.ShouldBe($"Expected 'seal' to take connector-called, but 12 attempts failed; the last: {fault}");
        (await Rows(engine)).ShouldHaveSingleItem().State.ShouldBe(OutboxState.GivenUp);
        (await Dispatch(engine)).ShouldBe(0);

        fault = null;
        Accepted(await engine.Send("case-1", ConnectedService.Administrator, new RetryIncident(incident.Id, "印章系统已恢复")));
        await Dispatch(engine);
        await Dispatch(engine);

        delivered.Count.ShouldBe(13);
        delivered.Select(one => one.Call.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        (await Rows(engine)).ShouldAllBe(row => row.State == OutboxState.Sent);
        (await State(engine)).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Raises_a_new_incident_where_a_repeated_call_fails_again()
    {
        await using var engine = await Connected(DatabaseProvider.Sqlite, "seal");
        fault = "Expected a seal, but the office is closed.";
        await GiveUp(engine);
        var first = (await State(engine)).Incidents.Keys.Single();
        Accepted(await engine.Send("case-1", ConnectedService.Administrator, new RetryIncident(first, "再试一次")));

        await GiveUp(engine);

        (await State(engine)).Incidents.Keys.ShouldHaveSingleItem().ShouldNotBe(first);
    }

    [Fact]
    public async Task Lets_an_administrator_go_on_without_the_call()
    {
        await using var engine = await Connected(DatabaseProvider.Sqlite, "seal");
        fault = "Expected a seal, but the office is closed.";
        await GiveUp(engine);
        var incident = (await State(engine)).Incidents.Keys.Single();

        var skipped = Accepted(await engine.Send("case-1", ConnectedService.Administrator, new SkipIncident(incident, "已人工盖章")));
        await Dispatch(engine);

        skipped.Case.Incidents.Values.ShouldHaveSingleItem().ElementId.ShouldBe("size");
        (await Rows(engine)).Select(row => (row.Kind, row.State)).ShouldBe([(OutboxKind.ConnectorCalled, OutboxState.Skipped), (OutboxKind.CallSkipped, OutboxState.Sent)]);
    }

    private async Task GiveUp(TestEngine engine)
    {
        var options = new OutboxOptions();
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            await Dispatch(engine);
            engine.Time.Advance(options.LongestWait * 1.25);
        }
    }

    private async Task<TestEngine> Connected(DatabaseProvider provider, params string[] consumers)
    {
        var engine = await Start(TestDatabase.New(provider), configure: services =>
        {
            foreach (var name in consumers)
            {
                services.AddSingleton(new OutboxConsumer(name, [OutboxKind.ConnectorCalled], (call, _) => Deliver(name, call)));
            }
        });
        engine.Get<DefinitionStore>().Remember(ConnectedService.Published());
        Accepted(await engine.Send("case-1", SampleService.Clerk, ConnectedService.Start));
        return engine;
    }

    private Task<string?> Deliver(string consumer, OutboxCall call)
    {
        delivered.Enqueue((consumer, call));
        return Task.FromResult(fault);
    }

    private static Task<int> Dispatch(TestEngine engine) => engine.Get<OutboxDispatcher>().Dispatch(Cancellation);

    private static async Task<Workflows.Engine.Cases.Case> State(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return CaseJson.ReadCase((await db.Cases.SingleAsync(Cancellation)).State);
    }

    private static async Task<List<OutboxRow>> Rows(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.Outbox.OrderBy(row => row.Id).ToListAsync(Cancellation);
    }
}
