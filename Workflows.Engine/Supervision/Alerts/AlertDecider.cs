using System.Diagnostics;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>What an alert is decided with.</summary>
/// <param name="Policy">Null where it cannot be read: then no limit to answer can be set.</param>
public sealed record AlertGround(Actor Actor, DateTimeOffset Now, CardPolicy? Policy, WorkingDayCalendar Calendar);

/// <summary>The answer to a command: what happens, or why not.</summary>
public sealed record AlertDecision(IReadOnlyList<AlertEvent> Events, Rejected? Rejection);

/// <summary>Answers a command on an alert: pure.</summary>
public static class AlertDecider
{
    public static AlertDecision Decide(AlertCommand command, Alert alert, AlertGround ground) => command switch
    {
        ConfirmAlert confirm => Move(alert, ground, AlertState.Issued, Supervises, confirm.Reason, false, (by, at) => new AlertIssued(ReplyDue(ground), confirm.Reason, by, at)),
        DismissAlert dismiss => Move(alert, ground, AlertState.Dismissed, Supervises, dismiss.Reason, true, (by, at) => new AlertDismissed(dismiss.Reason, by, at)),
        AnswerAlert answer => Move(alert, ground, AlertState.Answered, Answers, answer.Text, true, (by, at) => new AlertAnswered(answer.Text, by, at)),
        SendReplyBack back => Move(alert, ground, AlertState.Returned, Supervises, back.Reason, true, (by, at) => new AlertReplySentBack(back.Reason, ReplyDue(ground), by, at), AlertState.Answered),
        AppealAlert appeal => Appeal(alert, ground, appeal),
        DecideAppeal decide => Move(alert, ground, StateAfter(decide.Ruling), Supervises, decide.Reason, true,
            (by, at) => new AlertAppealDecided(decide.Ruling, decide.Reason, decide.Ruling is AppealRuling.Withdraw ? null : ReplyDue(ground), by, at), AlertState.Appealed),
        CloseAlert close => Move(alert, ground, AlertState.Closed, Supervises, close.Note, false, (by, at) => new AlertClosed(close.Note, by, at)),
        ReachReplyLimit => Reach(alert, ground),
        _ => throw new UnreachableException($"Expected a decision rule for {command.GetType().Name}, but found none."),
    };

    /// <summary>True where the actor may see the alert: those of its department, and those who supervise.</summary>
    public static bool IsVisible(Alert alert, Actor actor) =>
        actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) || actor.Is(Role.System)
        || (alert.IssuedAt is not null && alert.Department is not null && alert.Department == actor.Department && (actor.Is(Role.DepartmentHead) || IsInCharge(alert, actor)));

    /// <summary>The last day to answer from today; null where no policy or calendar can tell.</summary>
    internal static DateOnly? ReplyDue(CardPolicy? policy, WorkingDayCalendar calendar, DateOnly today)
    {
        if (policy is null)
        {
            return null;
        }

        try
        {
            return ClockReading.Of(new Clock(0, policy.Reply, today, null, null), calendar, today).DueOn;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private static AlertDecision Appeal(Alert alert, AlertGround ground, AppealAlert appeal)
    {
        var appeals = alert.Remarks.Count(remark => remark.Act is AlertAct.Appealed);
        return IsVisible(alert, ground.Actor) && ground.Policy is { Appeals: var most } && appeals >= most
            ? Refuse(RejectionCode.OperationNotAllowed, $"Expected alert '{alert.Id}' to be appealed at most {most} times, but it has been appealed {appeals} times.", alert.Name)
            : Move(alert, ground, AlertState.Appealed, Answers, appeal.Reason, true, (by, at) => new AlertAppealed(appeal.Reason, by, at));
    }

    private static AlertDecision Reach(Alert alert, AlertGround ground) =>
        alert.ReplyDueOn is { } due && RegionDay.Of(ground.Now, ground.Calendar) > due
            ? new AlertDecision([new AlertReplyLapsed(due, [.. alert.Recipients.Union([AlertRecipient.DepartmentHead, AlertRecipient.Supervisor])], ground.Actor.Name, ground.Now)], null)
            : new AlertDecision([], null);

    private static AlertDecision Move(
        Alert alert,
        AlertGround ground,
        AlertState to,
        Func<Alert, Actor, string?> missingPost,
        string? text,
        bool needsText,
        Func<string, DateTimeOffset, AlertEvent> happens,
        AlertState? from = null)
    {
        if (!IsVisible(alert, ground.Actor))
        {
            return Refuse(RejectionCode.NotFound, $"Expected alert '{alert.Id}', but '{ground.Actor.AccountId}' may see no such alert.", alert.Id);
        }

        if (missingPost(alert, ground.Actor) is { } post)
        {
            return Refuse(RejectionCode.NotEntitled, $"Expected post '{post}' in charge of alert '{alert.Id}', but '{ground.Actor.AccountId}' is not.", alert.Name, post);
        }

        if (!AlertLifecycle.CanMove(alert.State, to) || alert.State != (from ?? alert.State))
        {
            return Refuse(RejectionCode.InvalidState, $"Expected alert '{alert.Id}' to become {to}, but it is {alert.State}.", alert.Name, alert.State.ToString());
        }

        return needsText && string.IsNullOrWhiteSpace(text)
            ? Refuse(RejectionCode.OpinionRequired, $"Expected reasons for alert '{alert.Id}' to become {to}, but there are none.", alert.Name, to.ToString())
            : new AlertDecision([happens(ground.Actor.Name, ground.Now)], null);
    }

    private static string? Supervises(Alert alert, Actor actor) => actor.Is(Role.Supervisor) ? null : Role.Supervisor;

    /// <summary>The person in charge or the head answers; what is nobody's, every officer of the department; what is about supervision itself, a supervisor.</summary>
    private static string? Answers(Alert alert, Actor actor) => alert.Department is null
        ? Supervises(alert, actor)
        : alert.Department == actor.Department && (actor.Is(Role.DepartmentHead) || IsInCharge(alert, actor)) ? null : Role.DepartmentHead;

    private static bool IsInCharge(Alert alert, Actor actor) => alert.Officer is null
        ? actor.Is(Role.Officer) || actor.Is(Role.WindowClerk)
        : alert.Officer.AccountId == actor.AccountId;

    private static DateOnly? ReplyDue(AlertGround ground) => ReplyDue(ground.Policy, ground.Calendar, RegionDay.Of(ground.Now, ground.Calendar));

    private static AlertState StateAfter(AppealRuling ruling) => ruling switch
    {
        AppealRuling.Withdraw => AlertState.Withdrawn,
        AppealRuling.Return => AlertState.Returned,
        _ => AlertState.Escalated,
    };

    private static AlertDecision Refuse(RejectionCode code, string message, params string[] arguments) => new([], new Rejected(code, message, arguments));
}
