using System.Globalization;
using Shouldly;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Clocks;

public class ClockLadderSpecs
{
    private static readonly ClockRules Rules = new()
    {
        Ladders =
        [
            new Ladder(ClockKind.Promise, null, [new("预警", AlertLevel.Warning, -2), new("黄牌", AlertLevel.Yellow, 0)], "basis", false),
            new Ladder(ClockKind.Statutory, null, [new("红牌", AlertLevel.Red, 0)], "basis", false),
            new Ladder(ClockKind.Acceptance, null, [new("未告知", AlertLevel.Yellow, 0)], "basis", false),
        ],
    };

    [Fact]
    public void Each_rung_is_passed_once_on_its_day_whatever_sweeps_come()
    {
        var file = Accepted("2026-03-02");

        foreach (var day in new[] { "2026-03-11", "2026-03-12", "2026-03-12", "2026-03-16", "2026-03-17", "2026-03-20", "2026-04-01", "2026-04-02" })
        {
            file.Accept(day, Actor.Engine, new ReachTime());
        }

        // Ten working days from Monday 2 March end on the 16th, twenty on the 30th.
        Passed(file).ShouldBe([("预警", AlertLevel.Warning, "2026-03-12"), ("黄牌", AlertLevel.Yellow, "2026-03-17"), ("红牌", AlertLevel.Red, "2026-03-31")]);
    }

    [Fact]
    public void A_sweep_that_comes_weeks_late_tells_each_rung_with_its_own_day()
    {
        var file = Accepted("2026-03-02");

        file.Accept("2026-05-20", Actor.Engine, new ReachTime());

        Passed(file).ShouldBe([("预警", AlertLevel.Warning, "2026-03-12"), ("黄牌", AlertLevel.Yellow, "2026-03-17"), ("红牌", AlertLevel.Red, "2026-03-31")]);
        file.Accept("2026-05-20", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_done_late_is_carded_although_no_sweep_came_in_between()
    {
        var file = Accepted("2026-03-02");
        file.Complete("2026-03-03", OneMatterCase.Officer, "review", "pass");

        file.Complete("2026-03-18", OneMatterCase.Head, "decide", "approve");

        Passed(file).Select(rung => rung.Name).ShouldBe(["预警", "黄牌"]);
        file.Events.OfType<ClockExpired>().ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 3, 16));
    }

    [Fact]
    public void Silence_is_carded_before_its_clock_ends_and_is_nobodys_act()
    {
        var swept = new OneMatterCase("2026-02-13", Rules);
        swept.Accept("2026-02-28", Actor.Engine, new ReachTime());
        var file = new OneMatterCase("2026-02-13", Rules);

        // No sweep here: the officer's own command meets the passed limit.
        file.Accept("2026-02-28", OneMatterCase.Officer, new ClaimWorkItem(swept.OpenItem("review"))).Events.OfType<ClockRungPassed>().ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2026, 2, 28));

        file.Events.OfType<WorkItemCompleted>().ShouldHaveSingleItem().By.AccountId.ShouldBe("engine");
    }

    [Fact]
    public void A_stop_moves_the_rungs_that_are_still_ahead()
    {
        var file = Accepted("2026-03-02");
        file.Accept("2026-03-04", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [new("lease", null, "缺少租赁合同", null)], "材料不齐"));
        file.Accept("2026-03-20", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();
        file.Accept("2026-03-20", OneMatterCase.Clerk, new AnswerCorrection(file.State.Corrections.Keys.Single(), [], FeelContext.Empty, null));

        file.Accept("2026-04-30", Actor.Engine, new ReachTime());

        // Two days were used by the 4th; the remaining eight follow the 20th and end on 1 April.
        Passed(file)[..2].ShouldBe([("预警", AlertLevel.Warning, "2026-03-30"), ("黄牌", AlertLevel.Yellow, "2026-04-02")]);
    }

    [Fact]
    public void A_rung_that_would_lie_before_the_beginning_of_its_limit_is_not_armed()
    {
        var limit = new TimeLimit(2, TimeUnit.WorkingDays, ClockKind.Promise);

        var ahead = ClockLadder.Ahead(new Clock(1, Rules.Armed(limit), Days.Day("2026-03-02"), null, null), LibraryFolder.China);

        ahead.Select(moment => moment.Rung?.Name).ShouldBe([null, "黄牌"]);
    }

    [Theory]
    [InlineData(10, "short")]
    [InlineData(11, "long")]
    public void A_limit_takes_the_first_ladder_that_its_budget_fits(int days, string name)
    {
        var rules = new ClockRules
        {
            Ladders =
            [
                new Ladder(ClockKind.Promise, 10, [new("short", AlertLevel.Warning, -1)], "basis", false),
                new Ladder(ClockKind.Promise, null, [new("long", AlertLevel.Warning, -2)], "basis", false),
            ],
        };

        rules.Armed(new TimeLimit(days, TimeUnit.WorkingDays, ClockKind.Promise)).Rungs.ShouldHaveSingleItem().Name.ShouldBe(name);
    }

    [Fact]
    public void A_limit_keeps_the_rungs_of_its_own()
    {
        var own = new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Promise, Rungs: [new("own", AlertLevel.Red, 0)]);

        Rules.Armed(own).ShouldBeSameAs(own);
    }

    private static OneMatterCase Accepted(string on)
    {
        var file = new OneMatterCase(on, Rules);
        file.Complete(on, OneMatterCase.Officer, "accept", "accept");
        return file;
    }

    private static List<(string Name, AlertLevel Level, string On)> Passed(OneMatterCase file) =>
        [.. file.Events.OfType<ClockRungPassed>().Select(rung => (rung.Rung, rung.Level, rung.On.ToString("O", CultureInfo.InvariantCulture)))];
}
