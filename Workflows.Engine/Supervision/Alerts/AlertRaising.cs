using System.Security.Cryptography;
using System.Text;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Supervision.Watching;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Makes alerts of what rules have found. Pure.</summary>
public static class AlertRaising
{
    /// <summary>The first events of the alert: raised, and issued where the rule needs no confirmation.</summary>
    public static IReadOnlyList<AlertEvent> Of(RuleFinding finding, CardPolicy? policy, WorkingDayCalendar calendar, DateTimeOffset at)
    {
        var today = RegionDay.Of(at, calendar);
        var alert = finding.Failure is null ? Found(finding, policy, calendar, today, at) : Failed(finding, policy, at);
        return Issued(alert, finding.Failure is not null || finding.Rule.Issue is AlertIssue.AtOnce, policy, calendar, today);
    }

    /// <summary>An alert about supervision itself, issued at once: it is red, and nobody can switch it off.</summary>
    /// <param name="subject">Tells it from others with the same id; one alert for each.</param>
    public static IReadOnlyList<AlertEvent> OfItself(SelfCheck check, string subject, string reason, CardPolicy? policy, WorkingDayCalendar calendar, DateTimeOffset at) =>
        Issued(Itself(check, subject, reason, FeelContext.Empty, policy, at), true, policy, calendar, RegionDay.Of(at, calendar));

    /// <summary>The id of the alert that a rule raises for a subject of a case.</summary>
    public static string IdOf(string? caseId, string ruleId, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{ruleId}\n{subject}")))[..32];

    private static AlertEvent[] Issued(Alert alert, bool atOnce, CardPolicy? policy, WorkingDayCalendar calendar, DateOnly today)
    {
        var raised = new AlertRaised(alert, Actor.Engine.Name, alert.RaisedAt);
        return atOnce
            ? [raised, new AlertIssued(AlertDecider.ReplyDue(policy, calendar, today), null, Actor.Engine.Name, alert.RaisedAt)]
            : [raised];
    }

    private static Alert Found(RuleFinding finding, CardPolicy? policy, WorkingDayCalendar calendar, DateOnly today, DateTimeOffset at)
    {
        var rule = finding.Rule;
        var level = policy?.Levels[rule.Level];
        return new Alert
        {
            Id = IdOf(finding.Case?.Id, rule.Id, finding.Subject),
            RuleId = rule.Id,
            RuleVersion = rule.Version,
            Name = rule.Name,
            Finding = rule.Finding,
            Basis = rule.Basis,
            Family = rule.Family,
            Level = rule.Level,
            Subject = finding.Subject,
            CaseId = finding.Case?.Id,
            CaseNumber = finding.Case?.Number,
            Matter = finding.Charge.Matter,
            MatterName = finding.Charge.Matter is { } code ? finding.Case?.Matters.GetValueOrDefault(code)?.Name : null,
            WorkItemId = finding.Charge.WorkItemId,
            Department = finding.Charge.Department,
            Officer = finding.Charge.Officer,
            Evidence = new AlertEvidence(finding.Facts, finding.Clock is { } clock ? EvidenceOf(clock, calendar, today) : null, null),
            Points = rule.Score ?? level?.Points ?? 0,
            PointsEvery = rule.Score is null ? level?.Every ?? 1 : 1,
            Recipients = [.. (level?.Tell ?? Everybody).Union(rule.Tell)],
            RaisedAt = at,
        };
    }

    /// <summary>A rule that fails is told of once for each of its versions, with the first case that it failed for.</summary>
    private static Alert Failed(RuleFinding finding, CardPolicy? policy, DateTimeOffset at) =>
        Itself(SelfCheck.RuleFailed, $"{finding.Rule.Id}@{finding.Rule.Version}", $"{finding.Case?.Number} {finding.Failure}".Trim(), finding.Facts, policy, at);

    private static Alert Itself(SelfCheck check, string subject, string reason, FeelContext facts, CardPolicy? policy, DateTimeOffset at) => new()
    {
        Id = IdOf(null, CodeOf(check), subject),
        RuleId = CodeOf(check),
        RuleVersion = 1,
        Name = NameOf(check),
        Finding = $"{NameOf(check)}：{subject}",
        Basis = "监察系统自检：没有发牌不等于没有超期",
        Family = SupervisionFamily.SelfCheck,
        Level = AlertLevel.Red,
        Subject = subject,
        Evidence = new AlertEvidence(facts, null, reason),
        Points = 0,
        PointsEvery = 1,
        Recipients = policy?.Levels[AlertLevel.Red].Tell ?? Everybody,
        RaisedAt = at,
    };

    private static ClockEvidence EvidenceOf(Clock clock, WorkingDayCalendar calendar, DateOnly today)
    {
        var reading = ClockReading.Of(clock, calendar, today);
        return new ClockEvidence(clock, reading, $"{calendar.Region} {calendar.Version}", ClockExplanation.Of(clock, reading, calendar).Days);
    }

    private static string CodeOf(SelfCheck check) => CaseFacts.Word(check);

    private static string NameOf(SelfCheck check) => check switch
    {
        SelfCheck.RuleFailed => "监察规则不能判断",
        SelfCheck.RuleUnreadable => "监察规则不能读取",
        SelfCheck.CalendarMissing => "没有可用的日历",
        _ => "没有巡查",
    };

    private static readonly AlertRecipient[] Everybody = Enum.GetValues<AlertRecipient>();
}

/// <summary>What supervision finds wrong with itself.</summary>
public enum SelfCheck
{
    /// <summary>A rule could answer neither yes nor no.</summary>
    RuleFailed,

    /// <summary>A rule or the policy could not be read.</summary>
    RuleUnreadable,

    /// <summary>There is no calendar, or it does not cover today.</summary>
    CalendarMissing,

    /// <summary>Clocks that should have been looked at were not.</summary>
    NobodyCounted,
}
