using Workflows.Definitions.Clocks;

namespace Workflows.Definitions.Matters;

/// <summary>A time limit (时限): the rule, not the running clock.</summary>
/// <param name="Assumed">True where no source gives the number and the library chose one; <paramref name="Basis"/> then says why.</param>
/// <param name="Extension">How it may be extended, or null where it may not.</param>
/// <param name="Rungs">When its clock warns and is carded, or null where the ladder of its kind holds.</param>
public sealed record TimeLimit(
    decimal Amount,
    TimeUnit Unit,
    ClockKind Kind,
    TimeOwner Owner = TimeOwner.Government,
    string? Basis = null,
    bool Assumed = false,
    IReadOnlyList<Rung>? Rungs = null,
    ExtensionRule? Extension = null)
{
    /// <summary>True for a whole number of its unit; working days may end with a half.</summary>
    public bool CanBeCounted => decimal.IsInteger(Unit is TimeUnit.WorkingDays ? Amount * 2 : Amount);
}

/// <summary>What is counted. Working units follow the region's calendar.</summary>
public enum TimeUnit
{
    WorkingDays,
    NaturalDays,
    WorkingHours,
    NaturalHours,

    /// <summary>半日: mornings and afternoons of working days.</summary>
    HalfDays,
}

/// <summary>What a limit is for.</summary>
public enum ClockKind
{
    /// <summary>受理: five working days to accept or to tell once everything that is missing (行政许可法 32).</summary>
    Acceptance,

    /// <summary>承诺时限: what the department promises, never longer than the law.</summary>
    Promise,

    /// <summary>法定时限.</summary>
    Statutory,

    /// <summary>环节时限: one step.</summary>
    Step,

    /// <summary>补正: the applicant's time to correct.</summary>
    Correction,

    /// <summary>送达: ten working days from the decision (行政许可法 44).</summary>
    Delivery,

    /// <summary>转送: to pass an application on to the departments that decide.</summary>
    Forwarding,

    /// <summary>预审: to look at an application before it is received.</summary>
    PreExamination,

    /// <summary>特别程序: what an open hearing, inspection or review was planned to take.</summary>
    SpecialProcedure,

    /// <summary>征求意见: to answer another department.</summary>
    Consult,

    /// <summary>超时默认补发文书: to issue what was deemed approved because nobody decided in time.</summary>
    SilentConsentFollowUp,

    /// <summary>回复: to answer a card or an order of the supervisors.</summary>
    Reply,

    /// <summary>差评整改: to put right what a bad rating complains of.</summary>
    RatingRectification,
}

/// <summary>Whose time a limit consumes.</summary>
public enum TimeOwner
{
    Government,
    GovernmentIntermediary,
    Utility,
    Applicant,
    ApplicantIntermediary,

    /// <summary>Nobody's: a public notice (公告) that has to stand for so long, whoever works meanwhile.</summary>
    Nobody,
}
