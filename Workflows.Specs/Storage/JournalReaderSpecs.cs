using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class JournalReaderSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_who_did_what_when_each_entry_chained_to_the_one_before()
    {
        await using var engine = await Start();
        var started = await engine.StartCase();
        engine.Time.Advance(TimeSpan.FromHours(1));
        await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(started.WorkItems.Keys.Single()), "claim");

        var entries = await engine.Get<JournalReader>().Read(started.Id, Cancellation);

        entries.Select(entry => (entry.Sequence, entry.Command, entry.CommandId)).ShouldBe([(1, "start-case", "start-case-1"), (2, "claim-work-item", "claim")]);
        entries[0].PreviousHash.ShouldBe(JournalHash.Origin);
        entries[1].PreviousHash.ShouldBe(entries[0].Hash);
        CaseJson.Write(entries[1].Actor).ShouldBe(CaseJson.Write(SampleService.Clerk));
        entries[1].EnteredAt.ShouldBe(Monday.AddHours(1));
        entries[1].Events.ShouldHaveSingleItem().ShouldBeOfType<WorkItemClaimed>().Holder.Name.ShouldBe("王综窗");
    }

    [Fact]
    public async Task Finds_an_untouched_journal_intact()
    {
        await using var engine = await Start();
        var started = await Claimed(engine);

        (await Verify(engine, started)).ShouldBe(new JournalVerdict(2, null, null));
    }

    [Fact]
    public async Task Knows_no_broken_entry_of_a_case_that_does_not_exist()
    {
        await using var engine = await Start();

        (await Verify(engine, "nowhere")).ShouldBe(new JournalVerdict(0, null, null));
    }

    [Theory]
    [InlineData("UPDATE journal SET entered_at = entered_at + 1 WHERE sequence = 1", 1)]
    [InlineData("UPDATE journal SET events = CAST(replace(CAST(events AS TEXT), '受理', '审查') AS BLOB) WHERE sequence = 1", 1)]
    [InlineData("UPDATE journal SET actor = CAST(replace(CAST(actor AS TEXT), '王综窗', '李综窗') AS BLOB) WHERE sequence = 2", 2)]
    [InlineData("UPDATE journal SET previous_hash = hash WHERE sequence = 2", 2)]
    [InlineData("UPDATE journal SET sequence = 3 WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM journal WHERE sequence = 2", 2)]
    public async Task Names_the_first_entry_that_is_not_what_was_written(string tampering, int brokenAt)
    {
        await using var engine = await Start();
        var started = await Claimed(engine);
        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Database.ExecuteSqlRawAsync(tampering, Cancellation)).ShouldBe(1);

        var verdict = await Verify(engine, started);

        verdict.IsIntact.ShouldBeFalse();
        verdict.BrokenAt.ShouldBe(brokenAt);
        verdict.Reason.ShouldNotBeNull().ShouldStartWith("Expected ");
    }

    [Fact]
    public async Task Notices_a_state_that_is_no_longer_the_fold_of_its_entries()
    {
        await using var engine = await Start();
        var started = await Claimed(engine);
        await using var db = engine.Get<EngineDatabase>().Open();
        var state = Encoding.UTF8.GetString(CaseJson.Unpack(await db.Cases.Select(row => row.State).SingleAsync(Cancellation)));
        var changed = Encoding.UTF8.GetBytes(state.Replace("service-centre", "service-center", StringComparison.Ordinal));
        await db.Cases.ExecuteUpdateAsync(row => row.SetProperty(one => one.State, changed), Cancellation);

        var verdict = await Verify(engine, started);

        (verdict.BrokenAt, verdict.Reason).ShouldBe((2, "Expected the case to be the fold of its journal, but its row says something else."));
    }

    [Fact]
    public async Task Chains_the_same_content_to_the_same_hash_and_any_other_to_another()
    {
        await using var engine = await Start();
        await Claimed(engine);
        await using var db = engine.Get<EngineDatabase>().Open();

        var row = await db.Journal.SingleAsync(entry => entry.Sequence == 2, Cancellation);

        JournalHash.Of(row).ShouldBe(row.Hash);
        row.Hash.Length.ShouldBe(64);
    }

    private static async Task<string> Claimed(TestEngine engine)
    {
        var started = await engine.StartCase();
        Accepted(await engine.Send(started.Id, SampleService.Clerk, new ClaimWorkItem(started.WorkItems.Keys.Single())));
        return started.Id;
    }

    private static Task<JournalVerdict> Verify(TestEngine engine, string caseId) => engine.Get<JournalReader>().Verify(caseId, Cancellation);
}
