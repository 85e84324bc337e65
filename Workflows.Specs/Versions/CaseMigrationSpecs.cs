using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.Versions;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Versions;

/// <summary>All running cases of a service move, in batches, on a real database.</summary>
public class CaseMigrationSpecs
{
    private static readonly Actor Analyst = new("fenxi", "何静", null, [Role.Analyst]);

    private static readonly MigrationRequest Request = new(SampleService.Code, 1, 2, MigrationInstructions.None);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_dry_run_tells_of_every_case_and_changes_none(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);

        var batch = (await engine.Get<CaseMigration>().DryRun(Request, cancellation: Cancellation)).ShouldNotBeNull();

        batch.Cases.Select(one => (one.CaseId, one.CanMove, one.IsMoved, one.IsProven)).ShouldBe([("case-1", true, false, true), ("case-2", true, false, true), ("case-3", true, false, true)]);
        batch.Cases[0].WorkItems.ShouldHaveSingleItem().ToName.ShouldBe("收件受理");
        (await Version(engine, "case-1")).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Cases_move_batch_by_batch_and_a_run_that_was_broken_off_begins_again(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        var migration = engine.Get<CaseMigration>();

        (await migration.Apply(Request, Analyst, size: 1, cancellation: Cancellation))!.Cases.Select(one => (one.CaseId, one.IsMoved)).ShouldBe([("case-1", true)]);
        var rest = await migration.Apply(Request, Analyst, cancellation: Cancellation);

        rest!.Cases.Select(one => (one.CaseId, one.IsMoved)).ShouldBe([("case-2", true), ("case-3", true)]);
        (await migration.Apply(Request, Analyst, cancellation: Cancellation))!.Cases.ShouldBeEmpty();
        foreach (var id in new[] { "case-1", "case-2", "case-3" })
        {
            (await Version(engine, id)).ShouldBe(2);
            (await engine.Get<JournalReader>().Verify(id, Cancellation)).Reason.ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_moved_case_goes_on_by_its_new_version_after_a_restart()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);
        await engine.Get<CaseMigration>().Apply(Request, Analyst, cancellation: Cancellation);

        var item = (await engine.Get<CaseReader>().Find("case-1", Actor.Engine, Cancellation))!.Case.WorkItems.Values.Single(item => item.IsOpen);
        var accepted = TestEngine.Accepted(await engine.Send("case-1", SampleService.Clerk, new CompleteWorkItem(item.Id, "accepted", null)));

        accepted.Case.ServiceVersion.ShouldBe(2);
        accepted.Case.WorkItems.Values.Count(open => open.IsOpen).ShouldBe(2);
    }

    [Fact]
    public async Task A_case_with_an_obstacle_stays_and_the_others_go()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);
        var item = (await engine.Get<CaseReader>().Find("case-2", Actor.Engine, Cancellation))!.Case.WorkItems.Values.Single();
        await engine.Send("case-2", SampleService.Clerk, new CompleteWorkItem(item.Id, "accepted", null));
        engine.Get<DefinitionStore>().Remember(SampleService.Published(3, main => main.Replace("id=\"food\"", "id=\"catering\"", StringComparison.Ordinal)
            .Replace("\"food\"", "\"catering\"", StringComparison.Ordinal)));

        var batch = await engine.Get<CaseMigration>().Apply(Request with { ToVersion = 3 }, Analyst, cancellation: Cancellation);

        batch!.Cases.Select(one => (one.CaseId, one.IsMoved)).ShouldBe([("case-1", true), ("case-2", false), ("case-3", true)]);
        batch.Cases[1].Obstacles.ShouldContain(obstacle => obstacle.ElementId == "food");
        (await Version(engine, "case-2")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_command_twice_moves_once()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);

        var first = TestEngine.Accepted(await engine.Send("case-1", Analyst, new MigrateCase(2, MigrationInstructions.None), "m-1"));
        var second = TestEngine.Accepted(await engine.Send("case-1", Analyst, new MigrateCase(2, MigrationInstructions.None), "m-1"));

        second.Sequence.ShouldBe(first.Sequence);
    }

    [Fact]
    public async Task Who_may_not_and_what_is_not_there_is_refused()
    {
        await using var engine = await Start(DatabaseProvider.Sqlite);

        TestEngine.Rejection(await engine.Send("case-1", SampleService.Clerk, new MigrateCase(2, MigrationInstructions.None))).Code.ShouldBe(RejectionCode.NotEntitled);
        TestEngine.Rejection(await engine.Send("case-1", Analyst, new MigrateCase(9, MigrationInstructions.None))).Message
            .ShouldBe("Expected service 'open-shop' in version 9, but there is no such definition.");
        TestEngine.Rejection(await engine.Send("case-1", Analyst, new MigrateCase(1, MigrationInstructions.None))).Code.ShouldBe(RejectionCode.CannotMigrate);
        (await engine.Get<CaseMigration>().DryRun(Request with { ToVersion = 9 }, cancellation: Cancellation)).ShouldBeNull();
    }

    private static async Task<TestEngine> Start(DatabaseProvider provider)
    {
        var engine = await TestEngine.Start(provider);
        engine.Get<DefinitionStore>().Remember(SampleService.Published(2, main => main.Replace("name=\"受理\"", "name=\"收件受理\"", StringComparison.Ordinal)));
        foreach (var id in new[] { "case-1", "case-2", "case-3" })
        {
            await engine.StartCase(id);
        }

        return engine;
    }

    private static async Task<int> Version(TestEngine engine, string id) =>
        (await engine.Get<CaseReader>().Find(id, Actor.Engine, Cancellation))!.Case.ServiceVersion;
}
