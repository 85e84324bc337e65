using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>The life of an alert: who may do what, when, and what comes of it.</summary>
public class AlertSpecs
{
    private static readonly SupervisionRules Book = LibraryReader.Read(LibraryFolder.Path).Supervision;
    private static readonly Actor Supervisor = new("zhou", "周监察", null, [Role.Supervisor]);

    [Fact]
    public void A_card_that_needs_no_confirmation_is_issued_at_once_and_answered_within_five_working_days()
    {
        var alert = Issued();

        alert.State.ShouldBe(AlertState.Issued);
        alert.Level.ShouldBe(AlertLevel.Red);
        alert.Recipients.ShouldBe([AlertRecipient.Officer, AlertRecipient.DepartmentHead, AlertRecipient.Supervisor]);
        // Friday 27 February; Saturday 28 is a make-up working day, and so the first of the five.
        alert.ReplyDueOn.ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public void The_evidence_is_the_facts_the_rule_read()
    {
        var alert = Issued();

        alert.CaseNumber.ShouldBe("20260213-0001");
        alert.Evidence.Failure.ShouldBeNull();
        alert.Evidence.Facts["step"].ToString().ShouldContain("不符合。");
    }

    [Fact]
    public void What_needs_confirmation_is_seen_by_supervisors_only_until_it_is_issued()
    {
        var alert = Proposed();

        AlertDecider.IsVisible(alert, OneMatterCase.Head).ShouldBeFalse();
        Refusal(alert, OneMatterCase.Head, new AnswerAlert("已整改")).Code.ShouldBe(RejectionCode.NotFound);
        var issued = Accept(alert, Supervisor, new ConfirmAlert());
        issued.State.ShouldBe(AlertState.Issued);
        AlertDecider.IsVisible(issued, OneMatterCase.Head).ShouldBeTrue();
    }

    [Fact]
    public void A_proposal_that_is_dismissed_costs_nothing()
    {
        var alert = Accept(Proposed(), Supervisor, new DismissAlert("意见书中已经告知"));

        alert.State.ShouldBe(AlertState.Dismissed);
        alert.Counts.ShouldBeFalse();
        alert.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void An_alert_is_answered_by_the_person_in_charge_and_closed_by_a_supervisor()
    {
        var answered = Accept(Issued(), OneMatterCase.Head, new AnswerAlert("已补充说明理由并送达申请人"));
        var closed = Accept(answered, Supervisor, new CloseAlert());

        answered.State.ShouldBe(AlertState.Answered);
        answered.ReplyDueOn.ShouldBeNull();
        closed.State.ShouldBe(AlertState.Closed);
        closed.Counts.ShouldBeTrue();
        closed.Remarks.Select(remark => (remark.Act, remark.By)).ShouldBe(
            [(AlertAct.Issued, "系统"), (AlertAct.Answered, "赵科长"), (AlertAct.Closed, "周监察")]);
    }

    [Fact]
    public void An_alert_answered_by_someone_else_is_refused()
    {
        var alert = Issued();

        Refusal(alert, OneMatterCase.Stranger, new AnswerAlert("已整改")).Message.ShouldBe($"Expected alert '{alert.Id}', but 'sun' may see no such alert.");
        Refusal(alert, OneMatterCase.Officer, new AnswerAlert("已整改")).Code.ShouldBe(RejectionCode.NotFound);
        Refusal(alert, Supervisor, new AnswerAlert("已整改")).Message.ShouldBe($"Expected post 'department-head' in charge of alert '{alert.Id}', but 'zhou' is not.");
    }

    [Fact]
    public void An_answer_says_something()
    {
        var alert = Issued();

        Refusal(alert, OneMatterCase.Head, new AnswerAlert(" ")).Message.ShouldBe($"Expected reasons for alert '{alert.Id}' to become Answered, but there are none.");
    }

    [Fact]
    public void An_answer_that_is_none_is_sent_back()
    {
        var alert = Accept(Accept(Issued(), OneMatterCase.Head, new AnswerAlert("收到")), Supervisor, new SendReplyBack("没有说明整改措施"), "2026-03-02");

        alert.State.ShouldBe(AlertState.Returned);
        alert.ReplyDueOn.ShouldBe(new DateOnly(2026, 3, 9));
        Accept(alert, OneMatterCase.Head, new AnswerAlert("已补充送达理由")).State.ShouldBe(AlertState.Answered);
    }

    [Theory]
    [InlineData(AppealRuling.Withdraw, AlertState.Withdrawn, false)]
    [InlineData(AppealRuling.Return, AlertState.Returned, true)]
    [InlineData(AppealRuling.Escalate, AlertState.Escalated, true)]
    public void An_appeal_is_decided_by_a_supervisor(AppealRuling ruling, AlertState state, bool counts)
    {
        var appealed = Accept(Issued(), OneMatterCase.Head, new AppealAlert("理由写在附件的决定书中"));

        appealed.ReplyDueOn.ShouldBeNull();
        Refusal(appealed, OneMatterCase.Head, new DecideAppeal(ruling, "成立")).Code.ShouldBe(RejectionCode.NotEntitled);
        var decided = Accept(appealed, Supervisor, new DecideAppeal(ruling, "经核查"));
        decided.State.ShouldBe(state);
        decided.Counts.ShouldBe(counts);
        decided.ReplyDueOn.HasValue.ShouldBe(counts);
    }

    [Fact]
    public void An_alert_is_appealed_once()
    {
        var returned = Accept(Accept(Issued(), OneMatterCase.Head, new AppealAlert("有误")), Supervisor, new DecideAppeal(AppealRuling.Return, "经核查无误"));

        Refusal(returned, OneMatterCase.Head, new AppealAlert("仍有误")).Message.ShouldBe(
            $"Expected alert '{returned.Id}' to be appealed at most 1 times, but it has been appealed 1 times.");
    }

    [Fact]
    public void An_alert_that_nobody_answers_in_time_goes_up_to_the_supervisors()
    {
        var alert = Issued();

        Decide(alert, Actor.Engine, new ReachReplyLimit(), "2026-03-05").Events.ShouldBeEmpty();
        var lapsed = Accept(alert, Actor.Engine, new ReachReplyLimit(), "2026-03-06");
        lapsed.State.ShouldBe(AlertState.Escalated);
        lapsed.ReplyLapsed.ShouldBeTrue();
        lapsed.Recipients.ShouldContain(AlertRecipient.Supervisor);
        Decide(lapsed, Actor.Engine, new ReachReplyLimit(), "2026-03-09").Events.ShouldBeEmpty();
        Accept(lapsed, OneMatterCase.Head, new AnswerAlert("已送达理由")).State.ShouldBe(AlertState.Answered);
    }

    [Fact]
    public void What_has_ended_does_not_go_on()
    {
        var closed = Accept(Accept(Issued(), OneMatterCase.Head, new AnswerAlert("已送达理由")), Supervisor, new CloseAlert());

        Refusal(closed, OneMatterCase.Head, new AppealAlert("有误")).Message.ShouldBe($"Expected alert '{closed.Id}' to become Appealed, but it is Closed.");
        Refusal(closed, Supervisor, new CloseAlert()).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void A_rule_that_divides_by_zero_is_a_red_alert_and_not_silence()
    {
        var broken = Book.Find("opinion-empty")! with { When = Definitions.Feel.FeelExpression.Parse("1 / fee.standard > 2") };
        var watched = new WatchedCase(new SupervisionRules([broken], Book.Policy, []));

        watched.Complete("2026-02-24", OneMatterCase.Officer, "accept", "accept");

        var alert = AlertFolding.Replay(AlertRaising.Of(watched.Findings.Single(), Book.Policy, LibraryFolder.China, Days.At("2026-02-24", 10)));
        alert.Family.ShouldBe(SupervisionFamily.SelfCheck);
        alert.Level.ShouldBe(AlertLevel.Red);
        alert.State.ShouldBe(AlertState.Issued);
        alert.Subject.ShouldBe("opinion-empty@1");
        alert.Evidence.Failure!.ShouldStartWith("20260213-0001 Expected rule 'opinion-empty' to answer true or false, but it answers null.");
    }

    private static Alert Issued() => Raised("refusal-without-reasons");

    private static Alert Proposed() => Raised("refusal-without-rights");

    private static Alert Raised(string rule)
    {
        var watched = new WatchedCase(Book);
        watched.Complete("2026-02-24", OneMatterCase.Officer, "accept", "accept");
        watched.Complete("2026-02-26", OneMatterCase.Officer, "review", "pass");
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "reject", "不符合。");
        var finding = watched.Findings.Single(finding => finding.Rule.Id == rule);
        return AlertFolding.Replay(AlertRaising.Of(finding, Book.Policy, LibraryFolder.China, Days.At("2026-02-27", 10)));
    }

    private static AlertDecision Decide(Alert alert, Actor actor, AlertCommand command, string on) =>
        AlertDecider.Decide(command, alert, new AlertGround(actor, Days.At(on, 10), Book.Policy, LibraryFolder.China));

    private static Alert Accept(Alert alert, Actor actor, AlertCommand command, string on = "2026-03-02")
    {
        var decision = Decide(alert, actor, command, on);
        decision.Rejection?.Message.ShouldBeNull();
        return decision.Events.Aggregate(alert, AlertFolding.Apply);
    }

    private static Rejected Refusal(Alert alert, Actor actor, AlertCommand command)
    {
        var decision = Decide(alert, actor, command, "2026-03-02");
        decision.Events.ShouldBeEmpty();
        return decision.Rejection.ShouldNotBeNull();
    }
}
