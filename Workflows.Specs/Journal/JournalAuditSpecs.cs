using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Journal;

/// <summary>The check of all journals and anchors, and what it notices.</summary>
public sealed class JournalAuditSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Finds_untouched_journals_intact(DatabaseProvider provider)
    {
        await using var engine = await WithCases(provider, 250);
        await engine.Get<JournalAnchors>().Take(Cancellation);

        var report = await Audit(engine);

        (report.Cases, report.Entries, report.Anchors).ShouldBe((250, 251, 1));
        report.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE journal SET entered_at = entered_at + 1 WHERE case_id = 'case-2'", "Expected entry 1 with hash")]
    [InlineData("UPDATE cases SET state = CAST('{}' AS BLOB) WHERE id = 'case-2'", "Expected case 'case-2' to be the fold of its journal, but it cannot be read: ")]
    [InlineData("UPDATE journal SET events = CAST('nonsense' AS BLOB) WHERE case_id = 'case-2'", "Expected entry 1 with hash")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO journal SELECT 'ghost', sequence, command_id, command, actor_id, actor, happened_at, entered_at, events, previous_hash, hash FROM journal WHERE case_id = 'case-2'", "Expected entry 1 with hash")]
    public async Task Names_the_journal_that_is_not_what_was_written(string tampering, string reason)
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 3);
        await Execute(engine, tampering);

        (await Audit(engine)).Faults.ShouldHaveSingleItem().Reason.ShouldStartWith(reason);
    }

    [Theory]
    [InlineData("UPDATE journal SET entered_at = entered_at + 1 WHERE case_id = 'case-2'", 1)]
    [InlineData("DELETE FROM journal WHERE case_id = 'case-2'", 1)]
    [InlineData("UPDATE cases SET state = CAST('{}' AS BLOB) WHERE id = 'case-2'", 0)]
    public async Task Looks_at_the_chains_alone_where_it_has_to_be_quick(string tampering, int faults)
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 3);
        await Execute(engine, tampering);

        (await engine.Get<JournalAudit>().Run([], chainsOnly: true, Cancellation)).Faults.Count.ShouldBe(faults);
    }

    [Fact]
    public async Task Notices_that_the_newest_entries_were_cut_off_together_with_the_row()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 1);
        var before = await Row(engine);
        Accepted(await engine.Send("case-1", SampleService.Clerk, new ReleaseWorkItem(await Item(engine))));
        await engine.Get<JournalAnchors>().Take(Cancellation);

        await Execute(engine, "DELETE FROM journal WHERE sequence = 3");
        await using (var db = engine.Get<EngineDatabase>().Open())
        {
            await db.Cases.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Sequence, before.Sequence).SetProperty(r => r.JournalHash, before.JournalHash).SetProperty(r => r.State, before.State), Cancellation);
        }

        (await engine.Get<JournalReader>().Verify("case-1", Cancellation)).IsIntact.ShouldBeTrue();
        var fault = (await Audit(engine)).Faults.ShouldHaveSingleItem();
        (fault.CaseId, fault.BrokenAt, fault.Anchor).ShouldBe(("case-1", 3, 1));
        fault.Reason.ShouldEndWith("as anchored on 2026-03-02, but there is no such entry any more.");
    }

    [Fact]
    public async Task Anchors_once_a_day_what_has_changed_since()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 2);
        engine.Time.Advance(TimeSpan.FromHours(3));

        (await engine.Get<JournalAnchors>().TakeDaily(Cancellation)).ShouldBe([1]);
        (await engine.Get<JournalAnchors>().TakeDaily(Cancellation)).ShouldBeEmpty();
        engine.Time.Advance(TimeSpan.FromDays(1));
        await engine.StartCase("case-3");
        (await engine.Get<JournalAnchors>().TakeDaily(Cancellation)).ShouldBe([2]);

        var anchors = await Anchors(engine);
        anchors.Select(anchor => string.Join(' ', anchor.Ends.Select(end => $"{end.CaseId}:{end.Sequence}"))).ShouldBe(["case-1:2 case-2:1", "case-3:1"]);
        anchors[1].PreviousHash.ShouldBe(anchors[0].Hash);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Takes_one_anchor_of_the_day_where_nodes_come_at_once(DatabaseProvider provider)
    {
        await using var engine = await WithCases(provider, 2);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => engine.Get<JournalAnchors>().TakeDaily(Cancellation), Cancellation)));

        taken.SelectMany(numbers => numbers).ShouldBe([1]);
    }

    [Fact]
    public async Task Notices_anchors_that_were_changed_or_removed()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 2);
        await engine.Get<JournalAnchors>().Take(Cancellation);
        await engine.Get<JournalAnchors>().Take(Cancellation);
        using var copy = new StringWriter();
        await engine.Get<JournalAnchors>().Export(copy, Cancellation);
        var kept = AnchorText.Read(copy.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));

        await Execute(engine, "UPDATE journal_anchors SET day = '2026-03-01' WHERE number = 1; DELETE FROM journal_anchors WHERE number = 2");

        (await Audit(engine)).Faults.ShouldHaveSingleItem().Reason.ShouldStartWith("Expected anchor 1 with hash");
        (await engine.Get<JournalAudit>().Run(kept, cancellation: Cancellation)).Faults.Select(fault => (fault.Anchor, fault.Reason)).ShouldContain((2, "Expected anchor 2 of 2026-03-02 as in the copy, but there is none."));
    }

    [Fact]
    public async Task Exports_text_that_a_reader_with_SHA_256_can_check()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 1);
        await engine.Get<JournalAnchors>().Take(Cancellation);
        using var copy = new StringWriter();

        (await engine.Get<JournalAnchors>().Export(copy, Cancellation)).ShouldBe(1);

        var lines = copy.ToString().Split('\n');
        lines[0].ShouldBe($"anchor 1 2026-03-02 2026-03-02T01:00:00.0000000Z {JournalHash.Origin}");
        lines[1].ShouldMatch("^2 [0-9a-f]{64} \"case-1\"$");
        lines[2].ShouldBe($"hash {AnchorText.Hash($"{lines[0]}\n{lines[1]}\n")}");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("anchor 1 2026-03-02 2026-03-02T01:00:00.0000000Z 00\n2 ff case-1")]
    [InlineData("anchor 1 2026-03-02 2026-03-02T01:00:00.0000000Z 00")]
    public void Refuses_a_copy_that_is_none(string text) =>
        Should.Throw<FormatException>(() => AnchorText.Read(text.Split('\n'))).Message.ShouldStartWith("Expected an anchor, the end of a journal or a hash in line ");

    [Fact]
    public async Task Checks_anchors_and_exports_from_the_command_line()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 3);
        var copy = Path.Combine(engine.Database.Folder, "anchors.txt");

        (await Command(engine, "journal", "anchor")).ShouldBe((0, "Anchors taken: 1.\n", ""));
        (await Command(engine, "journal", "anchor", "--export", copy)).ShouldBe((0, "1 anchors written to anchors.txt.\n", ""));
        var all = await Command(engine, "journal", "verify", "--anchors", copy);
        all.Exit.ShouldBe(0);
        all.Output.ShouldStartWith("3 cases, 4 entries, 1 anchors, 0 faults; ");
        (await Command(engine, "journal", "verify", "--case", "case-1")).ShouldBe((0, "Intact: 2 entries.\n", ""));

        await Execute(engine, "UPDATE journal SET entered_at = entered_at + 1 WHERE case_id = 'case-2'");
        var broken = await Command(engine, "journal", "verify", "--json");
        broken.Exit.ShouldBe(1);
        broken.Output.ShouldContain("\"caseId\": \"case-2\"");
        (await Command(engine, "journal", "verify", "--case", "case-2")).Exit.ShouldBe(1);
    }

    [Fact]
    public async Task Ends_with_2_where_the_journals_cannot_be_checked()
    {
        await using var engine = await WithCases(DatabaseProvider.Sqlite, 1);
        await Execute(engine, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '99.0.0')");

        var (exit, _, errors) = await Command(engine, "journal", "verify");

        exit.ShouldBe(2);
        errors.ShouldStartWith("Expected a database that this program knows, but a newer program has applied");
    }

    private static async Task<TestEngine> WithCases(DatabaseProvider provider, int count)
    {
        var engine = await Start(provider);
        foreach (var number in Enumerable.Range(1, count))
        {
            await engine.StartCase($"case-{number}");
        }

        Accepted(await engine.Send("case-1", SampleService.Clerk, new ClaimWorkItem(await Item(engine))));
        return engine;
    }

    private static async Task<int> Item(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.WorkItems.Where(row => row.CaseId == "case-1").Select(row => row.WorkItemId).SingleAsync(Cancellation);
    }

    private static async Task<CaseRow> Row(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return await db.Cases.AsNoTracking().SingleAsync(Cancellation);
    }

    private static async Task<List<JournalAnchor>> Anchors(TestEngine engine)
    {
        var anchors = new List<JournalAnchor>();
        await foreach (var anchor in engine.Get<JournalAnchors>().Read(Cancellation))
        {
            anchors.Add(anchor);
        }

        return anchors;
    }

    private static Task<AuditReport> Audit(TestEngine engine) => engine.Get<JournalAudit>().Run([], cancellation: Cancellation);

    private static async Task Execute(TestEngine engine, string sql)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancellation);
    }

    private static async Task<(int Exit, string Output, string Errors)> Command(TestEngine engine, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var settings = engine.Database.Settings.Select(setting => $"--{setting.Key}={setting.Value}");
        var exit = await EngineProgram.Commands(output, errors).Parse([.. args, .. settings]).InvokeAsync(cancellationToken: Cancellation);
        return (exit, output.ToString(), errors.ToString());
    }
}
