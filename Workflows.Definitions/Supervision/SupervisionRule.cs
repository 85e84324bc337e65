using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Supervision;

/// <summary>A rule of electronic supervision (电子监察): when an alert is raised, how grave it is, who hears of it. One file of <c>supervision/</c>.</summary>
public sealed record SupervisionRule
{
    /// <summary>Kebab-case; the file's name.</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required SupervisionFamily Family { get; init; }

    public required AlertLevel Level { get; init; }

    /// <summary>What the rule is asked about; it decides which facts the condition can read.</summary>
    public required SupervisionTrigger On { get; init; }

    /// <summary>FEEL over the facts of <see cref="Facts"/>; an alert is raised where it is true.</summary>
    public required FeelExpression When { get; init; }

    /// <summary>One sentence for the alert: what was found.</summary>
    public required string Finding { get; init; }

    /// <summary>自动发牌 or 人工确认.</summary>
    public required AlertIssue Issue { get; init; }

    /// <summary>Who is told beside those whom the level tells.</summary>
    public IReadOnlyList<AlertRecipient> Tell { get; init; } = [];

    /// <summary>Points that one alert costs; null for what <see cref="CardPolicy"/> gives to its level.</summary>
    public int? Score { get; init; }

    public required string Basis { get; init; }

    /// <summary>True where no source gives a number of the condition and the library chose it; <see cref="Basis"/> then says so.</summary>
    public bool Assumed { get; init; }

    public required IReadOnlyList<RuleExample> Examples { get; init; }

    /// <summary>Judges facts; deterministic, without clock or database.</summary>
    /// <param name="facts">Every fact of the rule's trigger, as <see cref="Facts.Complete"/> gives them.</param>
    public RuleVerdict Judge(FeelContext facts)
    {
        var result = When.Evaluate(facts);
        return result.Value switch
        {
            FeelBoolean met => met.Value ? RuleVerdict.Met : RuleVerdict.NotMet,
            var other => new RuleVerdict(false, $"Expected rule '{Id}' to answer true or false, but it answers {other}. {string.Join(' ', result.Warnings)}".TrimEnd()),
        };
    }
}

/// <summary>What a rule says of facts.</summary>
/// <param name="Failure">Why the rule could not say anything; null where it could. A rule that fails is never taken for one that is not met.</param>
public sealed record RuleVerdict(bool IsMet, string? Failure)
{
    public static readonly RuleVerdict Met = new(true, null);

    public static readonly RuleVerdict NotMet = new(false, null);
}

/// <summary>The five kinds of anomaly (淮安 2017), and supervision's watch over itself.</summary>
public enum SupervisionFamily
{
    /// <summary>时效异常</summary>
    Timeliness,

    /// <summary>流程异常</summary>
    Process,

    /// <summary>内容异常</summary>
    Content,

    /// <summary>裁量异常</summary>
    Discretion,

    /// <summary>收费异常</summary>
    Fees,

    /// <summary>系统自检: supervision could not do its work. No file can state such a rule.</summary>
    SelfCheck,
}

/// <summary>How an alert comes out.</summary>
public enum AlertIssue
{
    /// <summary>自动发牌</summary>
    AtOnce,

    /// <summary>人工确认</summary>
    AfterConfirmation,
}

/// <summary>Who is told of an alert.</summary>
public enum AlertRecipient
{
    /// <summary>承办人</summary>
    Officer,

    /// <summary>部门负责人</summary>
    DepartmentHead,

    /// <summary>监察人员</summary>
    Supervisor,
}

/// <summary>What a rule is asked about.</summary>
public enum SupervisionTrigger
{
    /// <summary>A command was entered into a case's journal.</summary>
    Entry,

    /// <summary>A step was completed.</summary>
    StepCompleted,

    /// <summary>The limits of a matter began to run.</summary>
    MatterAccepted,

    /// <summary>A matter came into another state.</summary>
    MatterStateChanged,

    /// <summary>The applicant was asked to correct something.</summary>
    CorrectionRequested,

    /// <summary>A result document was issued.</summary>
    ResultIssued,

    /// <summary>A clock passed a rung of its ladder.</summary>
    ClockRungPassed,

    /// <summary>A clock was stopped.</summary>
    ClockStopped,

    /// <summary>A stopped clock goes on.</summary>
    ClockResumed,

    /// <summary>The case ended.</summary>
    CaseEnded,

    /// <summary>What one officer entered on one day, over all cases.</summary>
    Patrol,
}
