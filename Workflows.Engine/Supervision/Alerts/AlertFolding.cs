using System.Diagnostics;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Folds events into the alert. Only assigns.</summary>
public static class AlertFolding
{
    /// <summary>The alert that a journal tells of.</summary>
    /// <exception cref="InvalidOperationException">The events do not begin with <see cref="AlertRaised"/>.</exception>
    public static Alert Replay(IEnumerable<AlertEvent> events)
    {
        Alert? state = null;
        foreach (var @event in events)
        {
            state = @event is AlertRaised raised
                ? raised.Alert
                : Apply(state ?? throw new InvalidOperationException($"Expected an alert's journal to begin with its raising, but found {@event.GetType().Name}."), @event);
        }

        return state ?? throw new InvalidOperationException("Expected an alert's journal with at least one event, but it is empty.");
    }

    public static Alert Apply(Alert state, AlertEvent @event) => @event switch
    {
        AlertIssued e => Said(state with { State = AlertState.Issued, IssuedAt = e.At, ReplyDueOn = e.ReplyDueOn }, e, AlertAct.Issued, e.Reason),
        AlertDismissed e => Said(state with { State = AlertState.Dismissed, EndedAt = e.At }, e, AlertAct.Dismissed, e.Reason),
        AlertAnswered e => Said(state with { State = AlertState.Answered, ReplyDueOn = null }, e, AlertAct.Answered, e.Text),
        AlertReplySentBack e => Said(state with { State = AlertState.Returned, ReplyDueOn = e.ReplyDueOn }, e, AlertAct.SentBack, e.Reason),
        AlertAppealed e => Said(state with { State = AlertState.Appealed, ReplyDueOn = null }, e, AlertAct.Appealed, e.Reason),
        AlertAppealDecided e => Decided(state, e),
        AlertReplyLapsed e => Said(
            state with { State = AlertState.Escalated, ReplyDueOn = null, ReplyLapsed = true, Recipients = e.Recipients }, e, AlertAct.ReplyLapsed, null),
        AlertClosed e => Said(state with { State = AlertState.Closed, EndedAt = e.At }, e, AlertAct.Closed, e.Note),
        _ => throw new UnreachableException($"Expected an apply rule for {@event.GetType().Name}, but found none."),
    };

    private static Alert Decided(Alert state, AlertAppealDecided e) => e.Ruling switch
    {
        AppealRuling.Withdraw => Said(state with { State = AlertState.Withdrawn, EndedAt = e.At }, e, AlertAct.Withdrawn, e.Reason),
        AppealRuling.Return => Said(state with { State = AlertState.Returned, ReplyDueOn = e.ReplyDueOn }, e, AlertAct.Returned, e.Reason),
        _ => Said(state with { State = AlertState.Escalated, ReplyDueOn = e.ReplyDueOn }, e, AlertAct.Escalated, e.Reason),
    };

    private static Alert Said(Alert state, AlertEvent @event, AlertAct act, string? text) =>
        state with { Remarks = state.Remarks.Add(new AlertRemark(act, @event.By, @event.At, text)) };
}
