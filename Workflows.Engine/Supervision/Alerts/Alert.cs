using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Clocks;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>An alert (预警、黄牌、红牌) and what came of it. The fold of its own journal; one row of the store.</summary>
public sealed record Alert
{
    /// <summary>Made from case, rule and subject: raising the same alert again gives the same id.</summary>
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required int RuleVersion { get; init; }

    /// <summary>The rule's name as it was.</summary>
    public required string Name { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Finding { get; init; }

    public required string Basis { get; init; }

    public required SupervisionFamily Family { get; init; }

    public required AlertLevel Level { get; init; }

    /// <summary>What it is about within its case, e.g. <c>clock/7/超承诺时限</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Null where it is about many cases, or about supervision itself.</summary>
    public string? CaseId { get; init; }

    public string? CaseNumber { get; init; }

    public string? Matter { get; init; }

    public string? MatterName { get; init; }

    public int? WorkItemId { get; init; }

    /// <summary>The department that has to answer, by code; null for supervision itself.</summary>
    public string? Department { get; init; }

    /// <summary>The person in charge; null where nobody had taken it.</summary>
    public Holder? Officer { get; init; }

    public required AlertEvidence Evidence { get; init; }

    /// <summary>What the rule costs: so many points for every so many alerts of its level in a month.</summary>
    public required int Points { get; init; }

    public required int PointsEvery { get; init; }

    public required IReadOnlyList<AlertRecipient> Recipients { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public AlertState State { get; init; } = AlertState.Proposed;

    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The last day to answer; null where no answer is awaited, or no calendar could count it.</summary>
    public DateOnly? ReplyDueOn { get; init; }

    /// <summary>True where a limit to answer has passed without an answer.</summary>
    public bool ReplyLapsed { get; init; }

    /// <summary>All that was said and decided, in its order.</summary>
    public ImmutableList<AlertRemark> Remarks { get; init; } = [];

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsOpen => AlertLifecycle.IsOpen(State);

    /// <summary>True where it costs points: it was issued and not taken back.</summary>
    public bool Counts => IssuedAt is not null && State is not AlertState.Withdrawn;
}

/// <summary>What an alert rests on.</summary>
/// <param name="Facts">Every fact that the rule could read.</param>
/// <param name="Clock">The clock with its days; null where the alert is about none.</param>
/// <param name="Failure">Why a rule could not be judged; null where it was.</param>
public sealed record AlertEvidence(FeelContext Facts, ClockEvidence? Clock, string? Failure);

/// <summary>A clock as it stood when the alert was raised, explained day by day.</summary>
/// <param name="Calendar">The calendar's region and version by which it was counted.</param>
public sealed record ClockEvidence(Clock Clock, ClockReading Reading, string Calendar, IReadOnlyList<ClockDay> Days);

/// <summary>Something that was said or decided about an alert.</summary>
/// <param name="By">The name of the person; <c>系统</c> for the engine.</param>
public sealed record AlertRemark(AlertAct Act, string By, DateTimeOffset At, string? Text);

public enum AlertAct
{
    /// <summary>发出</summary>
    Issued,

    /// <summary>不予发出</summary>
    Dismissed,

    /// <summary>答复</summary>
    Answered,

    /// <summary>退回重新答复</summary>
    SentBack,

    /// <summary>申诉</summary>
    Appealed,

    /// <summary>申诉成立，撤销</summary>
    Withdrawn,

    /// <summary>申诉不成立，打回</summary>
    Returned,

    /// <summary>上报督办</summary>
    Escalated,

    /// <summary>逾期未答复</summary>
    ReplyLapsed,

    /// <summary>办结</summary>
    Closed,
}
