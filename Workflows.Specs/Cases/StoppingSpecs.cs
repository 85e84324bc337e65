using Shouldly;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Special procedures (特别程序): what they hold, what they need, and what happens to one that is left open.</summary>
public class StoppingSpecs
{
    private static readonly ClockRules Rules = new()
    {
        Ladders =
        [
            new Ladder(ClockKind.SpecialProcedure, null, [new("特别程序预警", AlertLevel.Warning, -2), new("特别程序超期", AlertLevel.Yellow, 0), new("特别程序未结束", AlertLevel.Red, 1)], "basis", false),
        ],
    };

    private readonly OneMatterCase file = new("2026-03-02", Rules, matter => matter with
    {
        SpecialProcedures =
        [
            new SpecialProcedureRule(StopKind.ExpertReview, StopScope.Matter, new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.SpecialProcedure), "《中华人民共和国行政许可法》第四十五条"),
            new SpecialProcedureRule(StopKind.Publicity, StopScope.Case, null, "公示办法"),
            new SpecialProcedureRule(StopKind.Suspension, StopScope.Matter, null, "中止办法"),
        ],
    });

    public StoppingSpecs() => file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");

    [Fact]
    public void An_open_procedure_does_not_count_and_both_limits_move_by_its_working_days()
    {
        Open("2026-03-04");
        file.Accept("2026-03-13", Actor.Engine, new ReachTime());
        Close("2026-03-11");

        // Ten working days from 2 March end on the 16th; the 5th to the 11th are five of them.
        Due(ClockKind.Promise).ShouldBe("2026-03-23");
        Due(ClockKind.Statutory).ShouldBe("2026-04-07");
        file.State.Matters["licence"].State.ShouldBe(MatterState.SpecialProcedureEnded);
    }

    [Fact]
    public void A_stop_tells_its_kind_basis_approver_notice_and_planned_end()
    {
        Open("2026-03-04");

        var stop = Clock(ClockKind.Promise).Stops.ShouldHaveSingleItem();
        stop.Kind.ShouldBe(StopKind.ExpertReview);
        stop.Basis.ShouldBe("《中华人民共和国行政许可法》第四十五条");
        stop.Approver.ShouldBe("赵科长");
        stop.Document.ShouldBe("专告〔2026〕1号");
        stop.PlannedEndOn.ShouldBe(new DateOnly(2026, 3, 13));
        file.State.Matters["licence"].State.ShouldBe(MatterState.SpecialProcedureStarted);
    }

    [Fact]
    public void The_procedure_has_a_clock_of_its_own_which_warns_and_is_carded()
    {
        Open("2026-03-04");

        file.Accept("2026-03-31", Actor.Engine, new ReachTime());

        // Planned until Friday 13 March; one more working day is Monday the 16th.
        file.Events.OfType<ClockRungPassed>().Select(rung => (rung.Rung, On(rung.On))).ShouldBe([("特别程序预警", "2026-03-11"), ("特别程序超期", "2026-03-14"), ("特别程序未结束", "2026-03-17")]);
    }

    [Fact]
    public void A_procedure_that_is_left_open_is_carded_although_the_case_has_ended_and_can_still_be_closed()
    {
        Open("2026-03-04");
        file.Complete("2026-03-09", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-09", OneMatterCase.Head, "decide", "approve");
        file.Complete("2026-03-10", OneMatterCase.Officer, "certify", "done");
        file.State.Status.ShouldBe(CaseStatus.Completed);

        file.Accept("2026-03-31", Actor.Engine, new ReachTime()).Events.OfType<ClockRungPassed>().Last().Level.ShouldBe(AlertLevel.Red);
        Close("2026-04-01");

        Clock(ClockKind.SpecialProcedure).Met.ShouldBe(true);
        file.State.Clocks.Values.ShouldAllBe(clock => !clock.IsRunning);
    }

    [Fact]
    public void A_step_that_begins_meanwhile_stands_still_as_well()
    {
        Open("2026-03-04", StopKind.Publicity);
        file.Complete("2026-03-05", OneMatterCase.Officer, "review", "pass");

        file.State.Clocks.Values.Where(clock => clock.IsRunning && clock.Limit.Kind is not ClockKind.SpecialProcedure).ShouldAllBe(clock => clock.IsStopped);
    }

    [Fact]
    public void Nothing_is_decided_in_what_is_suspended_until_it_is_resumed()
    {
        Open("2026-03-04", StopKind.Suspension);

        var refused = file.Refuse("2026-03-05", OneMatterCase.Officer, new CompleteWorkItem(Item, "pass", null));
        (refused.Code, refused.Arguments[1]).ShouldBe((RejectionCode.Suspended, file.State.Procedures.Values.Single().Notice));
        file.Refuse("2026-03-05", OneMatterCase.Officer, new SendBack(Item, "accept", SendBackReturn.Again, "理由")).Code.ShouldBe(RejectionCode.Suspended);
        file.Refuse("2026-03-05", OneMatterCase.Officer, new RequestCorrection(Item, [new CorrectionPoint("lease", null, "清晰", null)], "看不清")).Code.ShouldBe(RejectionCode.Suspended);

        // Who does it may change meanwhile: the file must not lie with somebody who has left.
        file.Accept("2026-03-05", OneMatterCase.Head, new AssignWorkItem(Item, OneMatterCase.Colleague, "离职"));
        Close("2026-03-11");
        file.Complete("2026-03-11", OneMatterCase.Colleague, "review", "pass");
    }

    [Fact]
    public void A_suspension_ends_with_the_applicants_request()
    {
        Open("2026-03-04", StopKind.Suspension);

        file.Accept("2026-03-11", Actor.Applicant, new CloseSpecialProcedure(file.State.Procedures.Keys.Single(), "申请人申请恢复"));

        Clock(ClockKind.Promise).IsStopped.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "赵科长", "1号", "需要评审", "a legal basis")]
    [InlineData("第四十五条", " ", "1号", "需要评审", "an approver")]
    [InlineData("第四十五条", "赵科长", "", "需要评审", "a written notice")]
    [InlineData("第四十五条", "赵科长", "1号", "", "reasons")]
    public void A_stop_without_what_makes_it_an_act_is_refused(string basis, string approver, string notice, string reason, string missing)
    {
        var refused = file.Refuse("2026-03-04", OneMatterCase.Officer, new OpenSpecialProcedure(Item, StopKind.ExpertReview, basis, approver, notice, Days.Day("2026-03-13"), reason));

        refused.Code.ShouldBe(RejectionCode.BasisRequired);
        refused.Message.ShouldBe($"Expected 'ExpertReview' of work item '{Item}' to have {missing}, but it has none.");
    }

    [Fact]
    public void A_stop_that_the_definition_does_not_allow_is_refused() =>
        Refused("2026-03-04", StopKind.Auction).ShouldBe((RejectionCode.OperationNotAllowed, $"Expected work item '{Item}' to be for a matter that allows 'Auction', but its definition does not."));

    [Fact]
    public void A_stop_longer_than_allowed_is_refused() =>
        Refused("2026-03-04", StopKind.ExpertReview, "2026-03-19").ShouldBe((RejectionCode.TooLong, $"Expected 'ExpertReview' of work item '{Item}' to take at most 10 WorkingDays, but it is planned for 11."));

    [Fact]
    public void A_stop_without_a_planned_end_to_come_is_refused() =>
        Refused("2026-03-04", StopKind.ExpertReview, "2026-03-04").ShouldBe((RejectionCode.BasisRequired, $"Expected 'ExpertReview' of work item '{Item}' to have a planned end after 2026-03-04, but it is 2026-03-04."));

    [Fact]
    public void What_stands_already_is_not_stopped_again()
    {
        Open("2026-03-04");

        Refused("2026-03-05", StopKind.Publicity).ShouldBe((RejectionCode.AlreadyStopped, $"Expected the clocks of work item '{Item}' to run, but notice '专告〔2026〕1号' has stopped them since 2026-03-04."));
    }

    [Fact]
    public void Closing_is_refused_without_a_result_to_others_and_twice()
    {
        Open("2026-03-04");
        var id = file.State.Procedures.Keys.Single();

        file.Refuse("2026-03-11", OneMatterCase.Officer, new CloseSpecialProcedure(id, " ")).Code.ShouldBe(RejectionCode.BasisRequired);
        file.Refuse("2026-03-11", OneMatterCase.Stranger, new CloseSpecialProcedure(id, "通过")).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-11", OneMatterCase.Officer, new CloseSpecialProcedure(99, "通过")).Code.ShouldBe(RejectionCode.NotFound);
        Close("2026-03-11");
        file.Refuse("2026-03-11", OneMatterCase.Officer, new CloseSpecialProcedure(id, "通过")).Code.ShouldBe(RejectionCode.InvalidState);
    }

    private int Item => file.OpenItem("review");

    private void Open(string on, StopKind kind = StopKind.ExpertReview) => file.Accept(on, OneMatterCase.Officer, Command(kind, "2026-03-13"));

    private void Close(string on) => file.Accept(on, OneMatterCase.Officer, new CloseSpecialProcedure(file.State.Procedures.Keys.Single(), "评审通过"));

    private (RejectionCode Code, string Message) Refused(string on, StopKind kind, string until = "2026-03-13")
    {
        var refused = file.Refuse(on, OneMatterCase.Officer, Command(kind, until));
        return (refused.Code, refused.Message);
    }

    private OpenSpecialProcedure Command(StopKind kind, string until) =>
        new(Item, kind, "《中华人民共和国行政许可法》第四十五条", "赵科长", "专告〔2026〕1号", Days.Day(until), "需要专家评审");

    private Clock Clock(ClockKind kind) => file.State.Clocks.Values.Single(clock => clock.Limit.Kind == kind);

    private string Due(ClockKind kind) => On(ClockReading.Of(Clock(kind), LibraryFolder.China, Days.Day("2026-03-13")).DueOn);

    private static string On(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
