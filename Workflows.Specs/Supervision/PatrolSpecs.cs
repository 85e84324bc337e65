using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.Supervision.Scores;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>Supervision proves that it ran, and says aloud where it could not.</summary>
public sealed class PatrolSpecs
{
    private static readonly Actor Supervisor = new("zhou", "周监察", null, [Role.Supervisor]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_overdue_is_told_from_nobody_counted()
    {
        await using var engine = await TestEngine.Start();
        var heartbeat = engine.Get<HeartbeatReader>();

        (await heartbeat.Read(1, Cancellation)).Verdict.ShouldBe(HeartbeatVerdict.NobodyCounted);
        await Go(engine);
        (await heartbeat.Read(1, Cancellation)).Verdict.ShouldBe(HeartbeatVerdict.NothingOverdue);
        engine.Time.Advance(TimeSpan.FromMinutes(4));
        (await heartbeat.Read(1, Cancellation)).Verdict.ShouldBe(HeartbeatVerdict.NobodyCounted);
    }

    [Fact]
    public async Task A_run_tells_what_it_saw()
    {
        await using var engine = await TestEngine.Start();
        await engine.StartCase();

        var run = await Go(engine);

        run.Rules.ShouldBeGreaterThanOrEqualTo(30);
        run.EntriesJudged.ShouldBe(1);
        run.ClocksRunning.ShouldBe(1);
        run.ClocksOverdue.ShouldBe(0);
        run.CasesNotLookedAt.ShouldBe(0);
    }

    [Fact]
    public async Task Due_cases_that_nobody_looks_at_are_a_red_alert_once_a_day()
    {
        await using var engine = await TestEngine.Start();
        await engine.StartCase();
        engine.Time.MoveTo(TestEngine.Monday.AddDays(20));

        (await Go(engine)).AlertsRaised.ShouldBe(1);
        (await Go(engine)).AlertsRaised.ShouldBe(0);

        var alert = (await Alerts(engine)).Single(alert => alert.RuleId == "nobody-counted");
        (alert.Level, alert.State, alert.Family).ShouldBe((AlertLevel.Red, AlertState.Issued, SupervisionFamily.SelfCheck));
        alert.Evidence.Failure.ShouldBe("Expected every due case to be looked at within 00:10:00, but 1 were not.");
        (await engine.Get<HeartbeatReader>().Read(1, Cancellation)).Verdict.ShouldBe(HeartbeatVerdict.NobodyCounted);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_read_is_a_red_alert_and_the_others_go_on()
    {
        await using var engine = await TestEngine.Start();
        using var library = LibraryFolder.Copy().Replacing("supervision/opinion-empty.yaml", "step.opinionLength = 0", "step.colour = 0");
        await engine.Get<LibraryImport>().Run(library.Folder, Cancellation);

        var run = await Go(engine);

        run.BookVersion.ShouldBe(2);
        run.Rules.ShouldBe(LibraryReader.Read(LibraryFolder.Path).Supervision.Rules.Count - 1);
        var alert = (await Alerts(engine)).Single(alert => alert.RuleId == "rule-unreadable");
        alert.Level.ShouldBe(AlertLevel.Red);
        alert.Evidence.Failure!.ShouldContain("supervision/opinion-empty.yaml(6,");
        alert.Evidence.Failure!.ShouldContain("there is no 'step.colour'");
    }

    [Fact]
    public async Task A_calendar_that_ends_is_a_red_alert()
    {
        await using var engine = await TestEngine.Start(at: new DateTimeOffset(2028, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)));

        await Go(engine);

        (await Alerts(engine)).Single(alert => alert.RuleId == "calendar-missing").Evidence.Failure!.ShouldStartWith("Expected a published calendar of 'cn' for 2028-03-01, but");
    }

    [Fact]
    public async Task Steps_keyed_in_all_at_once_are_proposed_to_the_supervisors()
    {
        await using var engine = await TestEngine.Start();
        for (var number = 0; number < 10; number++)
        {
            var state = await engine.StartCase($"case-{number}");
            TestEngine.Accepted(await engine.Send(state.Id, SampleService.Clerk, new CompleteWorkItem(state.WorkItems.Keys.Single(), "accepted", null)));
        }

        await Go(engine);

        var alert = (await Alerts(engine)).Single(alert => alert.RuleId == "burst-of-completions");
        (alert.State, alert.Department, alert.Officer!.Name).ShouldBe((AlertState.Proposed, "service-centre", "王综窗"));
        alert.Evidence.Facts["officer"].ToString().ShouldContain("mostInMinute: 10");
    }

    [Fact]
    public async Task A_closed_month_is_frozen_and_can_be_counted_again_from_the_journals()
    {
        await using var engine = await TestEngine.Start();
        var state = await engine.StartCase();
        TestEngine.Accepted(await engine.Send(state.Id, SampleService.Clerk, new CompleteWorkItem(state.WorkItems.Keys.Single(), "refused", "不收")));
        var book = engine.Get<ScoreBook>();
        var march = new DateOnly(2026, 3, 1);
        (await book.Close(march, Supervisor, Cancellation))!.Message.ShouldBe("Expected month 2026-03 to have ended, but it has not.");
        (await book.Close(march, SampleService.Clerk, Cancellation))!.Code.ShouldBe(RejectionCode.NotEntitled);
        engine.Time.MoveTo(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)));

        (await book.Close(march, Supervisor, Cancellation)).ShouldBeNull();
        var closed = await book.Read(march, Cancellation);
        await WithdrawEverything(engine);

        ScoreJson.Write((await book.Read(march, Cancellation)).Scores).ShouldBe(ScoreJson.Write(closed.Scores));
        (await book.Reproduces(march, Cancellation)).ShouldBeTrue();
        (await book.Close(march, Supervisor, Cancellation))!.Message.ShouldBe("Expected month 2026-03 to be open, but it is closed.");
    }

    private static async Task WithdrawEverything(TestEngine engine)
    {
        engine.Time.Advance(TimeSpan.FromHours(1));
        foreach (var alert in (await Alerts(engine)).Where(alert => alert is { State: AlertState.Issued, Department: { } }))
        {
            var officer = new Actor(alert.Officer?.AccountId ?? "head", "负责人", alert.Department, [Role.DepartmentHead]);
            (await engine.Get<AlertHandler>().Send(alert.Id, officer, new AppealAlert("有误"), Cancellation)).Rejection?.Message.ShouldBeNull();
            (await engine.Get<AlertHandler>().Send(alert.Id, Supervisor, new DecideAppeal(AppealRuling.Withdraw, "成立"), Cancellation)).Rejection?.Message.ShouldBeNull();
        }
    }

    private static Task<SupervisionRunRow> Go(TestEngine engine) => ActivatorUtilities.CreateInstance<SupervisionPatrol>(engine.Services).Go(Cancellation);

    private static async Task<List<Alert>> Alerts(TestEngine engine)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        return [.. (await db.Alerts.Select(row => row.Content).ToListAsync(Cancellation)).Select(content => AlertJson.ReadAlert(content))];
    }
}
