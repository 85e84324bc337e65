using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

/// <summary>What each database does with a group of commands.</summary>
public sealed class CaseStoreSpecs
{
    private const string Series = "YJS20260302";

    public static TheoryData<DatabaseProvider> Providers => CaseHandlerSpecs.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task Stores_a_group_and_sets_aside_what_another_has_overtaken(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var writes = new List<CaseWrite>();
        foreach (var id in new[] { "case-1", "case-2", "case-3" })
        {
            writes.Add(await Claim(engine, await engine.StartCase(id)));
        }

        Accepted(await engine.Send("case-2", SampleService.Clerk, new ClaimWorkItem(await Item(engine, "case-2")), "overtakes"));
        var faults = await engine.Get<CaseStore>().Write(writes);

        faults.Select(fault => fault is null).ShouldBe([true, false, true]);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Cases.OrderBy(row => row.Id).Select(row => row.Sequence).ToListAsync(Cancellation)).ShouldBe([2, 2, 2]);
        (await db.Journal.SingleAsync(row => row.CaseId == "case-2" && row.Sequence == 2, Cancellation)).CommandId.ShouldBe("overtakes");
        foreach (var id in new[] { "case-1", "case-2", "case-3" })
        {
            (await engine.Get<JournalReader>().Verify(id, Cancellation)).Reason.ShouldBeNull();
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Gives_back_the_serial_of_a_start_that_is_refused_or_fails(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await engine.StartCase("taken");
        var set = await engine.Get<DefinitionStore>().Get(SampleService.Code, 1, Cancellation);
        var group = new[] { Start(set, "case-1"), new CaseWrite("refused", Series, _ => null), Start(set, "taken"), Start(set, "case-2") };

        var faults = await engine.Get<CaseStore>().Write(group);

        faults.Select(fault => fault is null).ShouldBe([true, true, false, true]);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Cases.Select(row => row.Number).ToListAsync(Cancellation)).Order(StringComparer.Ordinal).ShouldBe([Series + "0001", Series + "0002", Series + "0003"]);
        (await engine.StartCase("next")).Number.ShouldBe(Series + "0004");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Sets_aside_a_start_that_breaks_while_it_decides(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var set = await engine.Get<DefinitionStore>().Get(SampleService.Code, 1, Cancellation);
        var group = new[] { Start(set, "case-1"), new CaseWrite("broken", Series, _ => throw new InvalidOperationException("broken")), Start(set, "case-2") };

        var faults = await engine.Get<CaseStore>().Write(group);

        faults.Select(fault => fault?.Message).ShouldBe([null, "broken", null]);
        (await engine.StartCase("next")).Number.ShouldBe(Series + "0003");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Sends_the_state_only_to_who_does_not_know_it(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        await engine.StartCase();
        var store = engine.Get<CaseStore>();

        var known = await store.Find("case-1", 1, Cancellation);
        var unknown = await store.Find("case-1", 0, Cancellation);

        (known!.Sequence, known.State.Length, known.JournalHash).ShouldBe((1, 0, unknown!.JournalHash));
        unknown.State.Length.ShouldBeGreaterThan(0);
        (await store.Find("nowhere", 0, Cancellation)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Lets_two_nodes_write_the_same_cases_and_loses_and_doubles_nothing(DatabaseProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        await using var one = await TestEngine.Start(database, owns: false);
        await using var other = await TestEngine.Start(database, owns: false);
        var cases = Enumerable.Range(1, 4).Select(number => $"case-{number}").ToList();
        var items = new Dictionary<string, int>();
        foreach (var id in cases)
        {
            items[id] = (await one.StartCase(id)).WorkItems.Keys.Single();
        }

        // Each command goes through both nodes; the winner's is answered twice, and by one entry.
        var results = await Task.WhenAll(
            from id in cases
            from clerk in Enumerable.Range(1, 5)
            from node in new[] { one, other }
            select Task.Run(() => node.Send(id, SampleService.Clerk with { AccountId = $"clerk-{clerk}" }, new ClaimWorkItem(items[id]), $"claim-{clerk}"), Cancellation));

        results.OfType<CommandAccepted>().Count().ShouldBe(cases.Count * 2);
        await using var db = one.Get<EngineDatabase>().Open();
        (await db.Journal.CountAsync(row => row.Command == "claim-work-item", Cancellation)).ShouldBe(cases.Count);
        (await db.Cases.Select(row => row.Sequence).ToListAsync(Cancellation)).ShouldBe([2, 2, 2, 2]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Keeps_a_case_in_order_however_many_ask_at_once(DatabaseProvider provider)
    {
        await using var engine = await TestEngine.Start(provider);
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(item)));

        await Task.WhenAll(Enumerable.Range(1, 30).Select(number => Task.Run(
            () => engine.Send(started.Id, SampleService.Clerk, number % 2 == 0 ? new ClaimWorkItem(item) : new ReleaseWorkItem(item)), Cancellation)));

        var journal = await engine.Get<JournalReader>().Read(started.Id, Cancellation);
        journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, journal.Count));
        journal.Skip(1).Select(entry => entry.Command).Where((command, index) => command != (index % 2 == 0 ? "claim-work-item" : "release-work-item")).ShouldBeEmpty();
        (await engine.Get<JournalReader>().Verify(started.Id, Cancellation)).Reason.ShouldBeNull();
    }

    private static async Task<CaseWrite> Claim(TestEngine engine, Workflows.Engine.Cases.Case state)
    {
        var found = (await engine.Get<CaseLoading>().Find(state.Id, Cancellation))!;
        var envelope = new CommandEnvelope("claim", state.Id, SampleService.Clerk, Monday, Monday, new ClaimWorkItem(state.WorkItems.Keys.Single()));
        var set = await engine.Get<DefinitionStore>().Get(state.ServiceCode, state.ServiceVersion, Cancellation);
        return new CaseWrite(state.Id, CaseEntry.Of(envelope, set, SupervisionRules.None, found, (Accepted)CaseDecider.Decide(envelope, found.State, set), OutboxKinds.OfTheEngine).Rows);
    }

    private static CaseWrite Start(DefinitionSet set, string id)
    {
        return new CaseWrite(id, Series, serial =>
        {
            var envelope = new CommandEnvelope("start", id, SampleService.Clerk, Monday, Monday, SampleService.Start with { Number = $"{Series}{serial:D4}" });
            return CaseEntry.Of(envelope, set, SupervisionRules.None, null, (Accepted)CaseDecider.Decide(envelope, null, set), OutboxKinds.OfTheEngine).Rows;
        });
    }

    private static async Task<int> Item(TestEngine engine, string caseId) =>
        (await engine.Get<CaseLoading>().Find(caseId, Cancellation))!.State.WorkItems.Keys.Single();
}
