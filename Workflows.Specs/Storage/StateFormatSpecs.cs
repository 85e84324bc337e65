using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

/// <summary>States in formats of other programs. <c>Fixtures/states/format-N.json</c> was written by the program whose format was N.</summary>
public sealed class StateFormatSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> OlderFormats => [.. Enumerable.Range(1, StateFormats.Current - 1)];

    [Theory, MemberData(nameof(OlderFormats))]
    public void Reads_what_an_older_program_wrote_as_the_fold_of_its_journal(int format)
    {
        var fixture = Fixture(format);
        ((int?)fixture["format"]).ShouldBe(format);
        var journal = fixture["entries"]!.AsArray().SelectMany(entry => CaseJson.ReadEvents(Utf8(entry!)));

        var read = StateFormats.Read("case", format, Utf8(fixture["state"]!));

        CaseJson.Write(read).ShouldBe(CaseJson.Write(CaseFolding.Replay(journal)));
    }

    [Fact]
    public void Reads_for_ever_what_was_packed_with_the_first_dictionary()
    {
        var packed = Convert.FromBase64String(Text("packed-with-dictionary-1.txt"));

        var unpacked = CaseJson.Unpack(packed);

        unpacked.ShouldBe(CaseJson.Write(StateFormats.Read("case", 6, Utf8(Fixture(6)["state"]!))));
        packed.Length.ShouldBeLessThan(unpacked.Length / 5);
    }

    [Fact]
    public void Refuses_bytes_that_no_program_has_packed() =>
        Should.Throw<InvalidDataException>(() => CaseJson.Unpack([2, 0])).Message.ShouldBe("Expected a state to begin with '{', 120 or 1, but it begins with 2.");

    [Fact]
    public async Task Goes_on_with_a_case_of_an_older_format_and_writes_it_in_its_own()
    {
        await using var engine = await WithFormat(1);

        Accepted(await engine.Send("case-1", SampleService.Clerk, new ClaimWorkItem((await View(engine)).Case.WorkItems.Keys.Single())));

        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Cases.SingleAsync(Cancellation)).StateFormat.ShouldBe(StateFormats.Current);
        (await engine.Get<JournalReader>().Verify("case-1", Cancellation)).IsIntact.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Refuses_a_command_for_a_case_of_an_unknown_format_and_leaves_it_as_it_is(int format)
    {
        await using var engine = await WithFormat(format);
        await using var db = engine.Get<EngineDatabase>().Open();
        var before = (await db.Cases.AsNoTracking().SingleAsync(Cancellation)).State;

        var refusal = Rejection(await engine.Send("case-1", SampleService.Clerk, new ClaimWorkItem(1)));

        refusal.Code.ShouldBe(RejectionCode.UnknownFormat);
        refusal.Message.ShouldBe($"Expected case 'case-1' in a format up to {StateFormats.Current}, but it is in format {format}, which a newer program has written. Start that program.");
        var after = await db.Cases.AsNoTracking().SingleAsync(Cancellation);
        (after.StateFormat, after.Sequence).ShouldBe((format, 1));
        after.State.ShouldBe(before);
    }

    [Fact]
    public async Task Lists_a_case_of_a_newer_format_among_those_that_cannot_go_on()
    {
        await using var engine = await WithFormat(99);

        var stopped = (await engine.Get<IncidentReader>().List(new PageRequest(), Cancellation)).Items.ShouldHaveSingleItem();

        (stopped.CaseId, stopped.Incidents.Count).ShouldBe(("case-1", 0));
        stopped.Unreadable.ShouldNotBeNull().ShouldStartWith("Expected case 'case-1' in a format up to");
        (await engine.Get<CaseReader>().Search(new CaseSearch(), new PageRequest(), ConnectedService.Administrator, Cancellation)).Items.ShouldHaveSingleItem().CaseId.ShouldBe("case-1");
    }

    /// <summary>An engine that has just started on a database with one case, whose row names the format.</summary>
    private static async Task<TestEngine> WithFormat(int format)
    {
        var database = TestDatabase.New(DatabaseProvider.Sqlite);
        await using (var before = await Start(database, owns: false))
        {
            await before.StartCase();
            await using var db = before.Get<EngineDatabase>().Open();
            await db.Cases.ExecuteUpdateAsync(row => row.SetProperty(r => r.StateFormat, format), Cancellation);
        }

        return await Start(database);
    }

    private static async Task<CaseView> View(TestEngine engine) =>
        (await engine.Get<CaseReader>().Find("case-1", SampleService.Clerk, Cancellation)).ShouldNotBeNull();

    private static JsonNode Fixture(int format) => JsonNode.Parse(Text($"format-{format}.json"))!;

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "states", name));

    private static byte[] Utf8(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
