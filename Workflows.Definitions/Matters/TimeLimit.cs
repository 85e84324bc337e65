namespace Workflows.Definitions.Matters;

/// <summary>A time limit (时限): the rule, not the running clock.</summary>
/// <param name="Assumed">True where no source gives the number and the library chose one; <paramref name="Basis"/> then says why.</param>
public sealed record TimeLimit(
    decimal Amount,
    TimeUnit Unit,
    ClockKind Kind,
    TimeOwner Owner = TimeOwner.Government,
    string? Basis = null,
    bool Assumed = false);

/// <summary>What is counted. Working units follow the region's calendar.</summary>
public enum TimeUnit
{
    WorkingDays,
    NaturalDays,
    WorkingHours,
    NaturalHours,
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
}

/// <summary>Whose time a limit consumes.</summary>
public enum TimeOwner
{
    Government,
    GovernmentIntermediary,
    Utility,
    Applicant,
    ApplicantIntermediary,
}
