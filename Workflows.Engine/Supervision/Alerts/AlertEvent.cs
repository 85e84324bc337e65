using System.Text.Json.Serialization;
using Workflows.Definitions.Supervision;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Something that happened to an alert. Kept for ever, as the events of a case are.</summary>
/// <param name="By">The name of the person; <c>系统</c> for the engine.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AlertRaised), "alert-raised")]
[JsonDerivedType(typeof(AlertIssued), "alert-issued")]
[JsonDerivedType(typeof(AlertDismissed), "alert-dismissed")]
[JsonDerivedType(typeof(AlertAnswered), "alert-answered")]
[JsonDerivedType(typeof(AlertReplySentBack), "alert-reply-sent-back")]
[JsonDerivedType(typeof(AlertAppealed), "alert-appealed")]
[JsonDerivedType(typeof(AlertAppealDecided), "alert-appeal-decided")]
[JsonDerivedType(typeof(AlertReplyLapsed), "alert-reply-lapsed")]
[JsonDerivedType(typeof(AlertClosed), "alert-closed")]
public abstract record AlertEvent(string By, DateTimeOffset At);

/// <summary>A rule found something: the alert is proposed.</summary>
public sealed record AlertRaised(Alert Alert, string By, DateTimeOffset At) : AlertEvent(By, At);

/// <param name="ReplyDueOn">The last day to answer; null where no calendar can count it.</param>
public sealed record AlertIssued(DateOnly? ReplyDueOn, string? Reason, string By, DateTimeOffset At) : AlertEvent(By, At);

public sealed record AlertDismissed(string Reason, string By, DateTimeOffset At) : AlertEvent(By, At);

public sealed record AlertAnswered(string Text, string By, DateTimeOffset At) : AlertEvent(By, At);

public sealed record AlertReplySentBack(string Reason, DateOnly? ReplyDueOn, string By, DateTimeOffset At) : AlertEvent(By, At);

public sealed record AlertAppealed(string Reason, string By, DateTimeOffset At) : AlertEvent(By, At);

/// <param name="ReplyDueOn">The last day to answer where it stands; null where it was withdrawn.</param>
public sealed record AlertAppealDecided(AppealRuling Ruling, string Reason, DateOnly? ReplyDueOn, string By, DateTimeOffset At) : AlertEvent(By, At);

/// <summary>Nobody answered in time: the supervisors hear of it, whatever the level.</summary>
public sealed record AlertReplyLapsed(DateOnly DueOn, IReadOnlyList<AlertRecipient> Recipients, string By, DateTimeOffset At) : AlertEvent(By, At);

public sealed record AlertClosed(string? Note, string By, DateTimeOffset At) : AlertEvent(By, At);

/// <summary>What comes of an appeal.</summary>
public enum AppealRuling
{
    /// <summary>撤销: the alert falls away with its points.</summary>
    Withdraw,

    /// <summary>打回: the alert stands and has to be answered.</summary>
    Return,

    /// <summary>上报: the alert stands and is pursued as an order (督办).</summary>
    Escalate,
}
