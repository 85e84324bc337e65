using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;
using Workflows.Engine.WorkItems;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class CaseHandlerSpecs
{
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres, DatabaseProvider.SqlServer];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task Stores_what_an_accepted_command_changes_in_one_place_each(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);

        var started = await engine.StartCase();

        started.Number.ShouldBe("YJS202603020001");
        await using var db = engine.Get<EngineDatabase>().Open();
        var row = await db.Cases.SingleAsync(Cancellation);
        (row.Number, row.Sequence, row.DueOn).ShouldBe((started.Number, 1, new DateOnly(2026, 3, 9)));
        row.NextDueAt.ShouldBe(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.FromHours(8)));
        var item = await db.WorkItems.SingleAsync(Cancellation);
        (item.Name, item.Department, item.State, item.DueOn).ShouldBe(("受理", "service-centre", WorkItemState.Offered, new DateOnly(2026, 3, 9)));
        (await db.Journal.CountAsync(Cancellation)).ShouldBe(1);
        (await db.Clocks.CountAsync(Cancellation)).ShouldBe(started.Clocks.Count);
        (await db.CaseDepartments.Select(part => part.Department).ToListAsync(Cancellation)).ShouldBe(["service-centre", "market-regulation", "fire-rescue"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_the_same_command_id_with_the_first_answer(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();
        var first = Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(item), "claim"));
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new ReleaseWorkItem(item), "release"));

        var again = Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(item), "claim"));

        again.Sequence.ShouldBe(first.Sequence);
        CaseJson.Write(again.Case).ShouldBe(CaseJson.Write(first.Case));
        CaseJson.Write(again.Events).ShouldBe(CaseJson.Write(first.Events));
        (await Sequence(engine, started.Id)).ShouldBe(3);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_a_repeated_start_with_the_case_that_was_started(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var first = await engine.StartCase();

        var again = await engine.StartCase();

        again.Number.ShouldBe(first.Number);
        (await engine.StartCase("case-2")).Number.ShouldBe("YJS202603020002");
    }

    [Fact]
    public async Task Refuses_a_command_id_that_belongs_to_another_command()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(item), "one"));

        var refused = Rejection(await engine.Send(started.Id, SampleService.Clerk, new ReleaseWorkItem(item), "one"));

        refused.Code.ShouldBe(RejectionCode.Conflict);
        refused.Message.ShouldBe("Expected command id 'one' to be new or to repeat its command, but it belongs to 'claim-work-item' of 'clerk'.");
        (await Sequence(engine, started.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_command_to_a_case_that_does_not_exist()
    {
        await using var engine = await Start();

        var refused = Rejection(await engine.Send("nowhere", SampleService.Clerk, new ClaimWorkItem(1)));

        refused.Code.ShouldBe(RejectionCode.NotFound);
        refused.Message.ShouldBe("Expected a case 'nowhere', but there is none.");
    }

    [Fact]
    public async Task Refuses_to_start_a_service_that_is_not_defined_and_gives_no_number_away()
    {
        await using var engine = await Start();

        var refused = Rejection(await engine.Send("case-1", SampleService.Clerk, SampleService.Start with { ServiceVersion = 7 }));

        refused.Code.ShouldBe(RejectionCode.UnknownService);
        (await engine.StartCase()).Number.ShouldBe("YJS202603020001");
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_it_refuses()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();

        var refused = Rejection(await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(item, "refused", " "), "complete"));
        var accepted = await engine.Send(started.Id, SampleService.Clerk, new CompleteWorkItem(item, "refused", "材料不齐"), "complete");

        refused.Code.ShouldBe(RejectionCode.OpinionRequired);
        Accepted(accepted).Sequence.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Lets_one_of_many_win_who_claim_the_same_work_item_at_once(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var started = await engine.StartCase();
        var item = started.WorkItems.Keys.Single();
        var clerks = Enumerable.Range(1, 12).Select(number => SampleService.Clerk with { AccountId = $"clerk-{number}" });

        var results = await Task.WhenAll(clerks.Select(clerk => Task.Run(() => engine.Send(started.Id, clerk, new ClaimWorkItem(item)), Cancellation)));

        results.OfType<CommandAccepted>().Count().ShouldBe(1);
        results.OfType<CommandRejected>().ShouldAllBe(rejected => rejected.Rejection.Code == RejectionCode.HeldByAnother);
        (await Sequence(engine, started.Id)).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Numbers_the_cases_that_start_at_once_without_a_gap_or_a_repetition(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);

        var cases = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => engine.StartCase($"case-{number}"), Cancellation)));

        cases.Select(started => started.Number).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 20).Select(serial => $"YJS20260302{serial:D4}"));
    }

    [Fact]
    public async Task Tells_the_screens_after_the_commit_only()
    {
        await using var engine = await Start();
        var heard = new List<CaseChanged>();
        using var subscription = engine.Get<CaseChanges>().Subscribe(heard.Add);

        var started = await engine.StartCase();
        await engine.Send(started.Id, SampleService.FoodOfficer, new ClaimWorkItem(99));

        var change = heard.ShouldHaveSingleItem();
        (change.CaseId, change.Number, change.Sequence).ShouldBe((started.Id, started.Number, 1));
        change.Departments.ShouldBe(["service-centre", "market-regulation", "fire-rescue"], ignoreOrder: true);
    }

    [Fact]
    public async Task Writes_no_entry_where_time_has_passed_and_nothing_happened()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();

        var result = Accepted(await engine.Send(started.Id, Actor.Engine, new ReachTime()));

        (result.Sequence, result.Events.Count).ShouldBe((1, 0));
        (await Sequence(engine, started.Id)).ShouldBe(1);
    }

    private static async Task<int> Sequence(TestEngine engine, string caseId)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.Journal.Where(row => row.CaseId == caseId).MaxAsync(row => row.Sequence, Cancellation);
    }
}
