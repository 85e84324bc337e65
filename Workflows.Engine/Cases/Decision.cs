namespace Workflows.Engine.Cases;

/// <summary>The answer to a command: accepted with what happens, or rejected with a sentence. Nothing in between.</summary>
public abstract record Decision;

public sealed record Accepted(IReadOnlyList<CaseEvent> Events, Case Case) : Decision;

/// <param name="Message">English, "Expected …, but …"; screens translate by <paramref name="Code"/> and <paramref name="Arguments"/>.</param>
/// <param name="Arguments">What the sentence names, in order, for the translated sentence.</param>
/// <param name="Faults">For <see cref="RejectionCode.InvalidApplication"/>: what is wrong, field by field.</param>
public sealed record Rejected(RejectionCode Code, string Message, params IReadOnlyList<string> Arguments) : Decision
{
    public IReadOnlyList<ApplicationFault> Faults { get; init; } = [];
}

/// <summary>A fault of one field or material of an application.</summary>
/// <param name="Target"><c>form.floorArea</c>, <c>materials.lease</c>, <c>applicant.idNumber</c>, …</param>
public sealed record ApplicationFault(string Target, string Code, IReadOnlyList<string> Arguments);

public enum RejectionCode
{
    NotFound,
    InvalidState,
    AlreadyCompleted,
    HeldByAnother,
    NotEntitled,
    UnknownOutcome,
    OpinionRequired,
    OperationNotAllowed,
    InvalidApplication,
    UnknownService,
    CaseHasEnded,
    IncidentOpen,
    ReasonRequired,
    UnknownFormat,
    CommandTooLarge,

    /// <summary>An act lacks its basis, approver, document or reasons.</summary>
    BasisRequired,

    /// <summary>A stop or extension is longer than is allowed.</summary>
    TooLong,

    /// <summary>The clocks stand already.</summary>
    AlreadyStopped,

    /// <summary>The matter or case is suspended until it is resumed.</summary>
    Suspended,

    /// <summary>The limit has been extended before.</summary>
    AlreadyExtended,

    /// <summary>The limit has passed.</summary>
    LimitExpired,

    /// <summary>A document is missing because its department kept silent, and may not be asked for.</summary>
    ConsentedBySilence,

    /// <summary>No calendar covers a day that would have to be counted.</summary>
    CalendarMissing,
    Conflict,

    /// <summary>The way to a work item did not pass the step.</summary>
    StepNotPassed,

    /// <summary>The person is kept out of the case for a conflict of interest.</summary>
    Excluded,

    /// <summary>Somebody else prepares the work item and has to hand it back first.</summary>
    Delegated,

    /// <summary>The person signs the countersign already.</summary>
    AlreadySigner,

    /// <summary>Somebody has reminded of the work item today.</summary>
    AlreadyReminded,

    /// <summary>A later correction names what the first notice did not, and the applicant has brought no new facts.</summary>
    NotToldAtOnce,

    /// <summary>A countersign keeps one signer.</summary>
    LastSigner,

    /// <summary>The case could not end from where it would stand.</summary>
    CannotEnd,

    /// <summary>What would happen is not what was shown.</summary>
    EffectChanged,

    /// <summary>A matter has been decided: that is not undone on the way back.</summary>
    MatterDecided,
    CannotMigrate,

    /// <summary>A project code is missing or has not the shape of one.</summary>
    ProjectCodeInvalid,

    /// <summary>The stage before has not given what this one needs.</summary>
    StageNotReady,

    /// <summary>A document that would have to hold has expired.</summary>
    DocumentExpired,

    /// <summary>There is no such department any more.</summary>
    DepartmentAbolished,

    /// <summary>An application says something else than what its project was registered with.</summary>
    ContradictingAnswer,
}
