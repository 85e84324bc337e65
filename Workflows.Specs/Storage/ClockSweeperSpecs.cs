using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Engine.Sweeping;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class ClockSweeperSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Tells_each_case_once_that_its_time_has_come(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await engine.StartCase("due-1");
        await engine.StartCase("due-2");
        engine.Time.MoveTo(new DateTimeOffset(2026, 3, 9, 23, 59, 59, TimeSpan.FromHours(8)));
        await engine.StartCase("not-due");

        (await Sweep(engine)).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        (await Sweep(engine)).ShouldBe(2);
        (await Sweep(engine)).ShouldBe(0);

        await using var db = engine.Get<EngineDatabase>().Open();
        (await db.Clocks.Where(clock => clock.ExpiredOn != null).Select(clock => clock.CaseId).ToListAsync(Cancellation)).ShouldBe(["due-1", "due-2"], ignoreOrder: true);
        (await db.Journal.CountAsync(row => row.Command == "reach-time", Cancellation)).ShouldBe(2);
    }

    [Theory, MemberData(nameof(CaseHandlerSpecs.Providers), MemberType = typeof(CaseHandlerSpecs))]
    public async Task Leaves_a_case_to_the_sweeper_that_has_taken_it_until_its_lease_ends(DatabaseProvider provider)
    {
        await using var engine = await Start(provider);
        await engine.StartCase();
        var now = new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.FromHours(8));
        var due = engine.Get<DueCases>();

        (await due.Take(now, now.AddMinutes(1), 10, Cancellation)).ShouldBe(["case-1"]);
        (await due.Take(now, now.AddMinutes(1), 10, Cancellation)).ShouldBeEmpty();
        (await due.Take(now.AddMinutes(1), now.AddMinutes(2), 10, Cancellation)).ShouldBe(["case-1"]);
    }

    [Fact]
    public async Task Takes_the_longest_due_first_and_goes_on_until_nothing_is_due()
    {
        await using var engine = await Start();
        foreach (var number in Enumerable.Range(1, 120))
        {
            await engine.StartCase($"case-{number}");
        }

        engine.Time.MoveTo(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.FromHours(8)));

        (await Sweep(engine)).ShouldBe(120);
        engine.Get<SweepHeartbeat>().LastAt.ShouldBe(engine.Time.GetUtcNow());
    }

    private static Task<int> Sweep(TestEngine engine) =>
        ActivatorUtilities.CreateInstance<ClockSweeper>(engine.Services).Sweep(Cancellation);
}
