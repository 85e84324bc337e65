using Microsoft.EntityFrameworkCore;
using Shouldly;
using Workflows.Engine.Handling;
using Workflows.Engine.Notification;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Notification;

/// <summary>Two nodes on one database.</summary>
public sealed class ChangeFeedSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Tells_the_screens_of_one_node_what_has_changed_on_another(DatabaseProvider provider)
    {
        await using var here = await Start(provider);
        await using var there = await Start(here.Database, owns: false);
        using var listening = there.Get<ChangeFeed>().Listen();
        await here.Get<ChangeFeed>().Exchange(Cancellation);
        var heard = new List<CaseChanged>();
        using var screen = here.Get<CaseChanges>().Subscribe(heard.Add);

        await there.StartCase();
        await Exchange(there, here);
        await Exchange(there, here);

        var change = heard.ShouldHaveSingleItem();
        (change.CaseId, change.Number, change.Sequence).ShouldBe(("case-1", "YJS202603020001", 1));
        change.Departments.ShouldContain("fire-rescue");
    }

    [Fact]
    public async Task Tells_nothing_twice_and_nothing_back()
    {
        await using var here = await Start();
        await using var there = await Start(here.Database, owns: false);
        using var mine = here.Get<ChangeFeed>().Listen();
        using var others = there.Get<ChangeFeed>().Listen();
        await Exchange(here, there);
        var heard = new List<CaseChanged>();
        using var screen = here.Get<CaseChanges>().Subscribe(heard.Add);
        using var other = there.Get<CaseChanges>().Subscribe(heard.Add);

        await here.StartCase();
        await Exchange(here, there);
        await Exchange(there, here);

        heard.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hears_a_note_that_became_visible_after_a_later_one()
    {
        await using var here = await Start();
        await Note(here, 5, "late");
        await here.Get<ChangeFeed>().Exchange(Cancellation);
        var heard = new List<string>();
        using var screen = here.Get<CaseChanges>().Subscribe(change => heard.Add(change.CaseId));

        await Note(here, 8, "second");
        await here.Get<ChangeFeed>().Exchange(Cancellation);
        await Note(here, 7, "first");
        await here.Get<ChangeFeed>().Exchange(Cancellation);

        heard.ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task Clears_notes_that_everybody_has_heard()
    {
        await using var here = await Start();
        await Note(here, 1, "old");

        here.Time.Advance(TimeSpan.FromMinutes(2));
        await here.Get<ChangeFeed>().Exchange(Cancellation);

        await using var db = here.Get<EngineDatabase>().Open();
        (await db.ChangeNotes.CountAsync(Cancellation)).ShouldBe(0);
    }

    private static async Task Exchange(params TestEngine[] nodes)
    {
        foreach (var node in nodes)
        {
            await node.Get<ChangeFeed>().Exchange(Cancellation);
        }
    }

    private static async Task Note(TestEngine engine, long id, string caseId)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        db.ChangeNotes.Add(new ChangeNoteRow
        {
            Id = id,
            Node = "another",
            ToldAt = engine.Time.GetUtcNow(),
            Changes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes<CaseChanged[]>([new CaseChanged(caseId, "YJS202603020001", 1, [])]),
        });
        await db.SaveChangesAsync(Cancellation);
    }
}
