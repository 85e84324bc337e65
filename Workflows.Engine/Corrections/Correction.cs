namespace Workflows.Engine.Corrections;

/// <summary>A request to correct (补正): what is missing, told once, while the clocks stand.</summary>
/// <param name="NoticeNumber">补正通知书 number: the case's number and the correction's.</param>
/// <param name="Answered">What the answer brought; null before it, and for answers of before this was kept.</param>
public sealed record Correction(
    int Id,
    int WorkItemId,
    string? Matter,
    string NoticeNumber,
    IReadOnlyList<CorrectionPoint> Points,
    string Reason,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    Answered? Answered = null)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Note { get; init; }

    /// <summary>When its work item fell away before an answer, or null.</summary>
    public DateTimeOffset? LapsedAt { get; init; }

    public bool IsOpen => AnsweredAt is null && LapsedAt is null;
}

/// <summary>What the applicant brought in answer to a correction.</summary>
/// <param name="Materials">By code.</param>
/// <param name="Fields">The form fields that say something else since: new facts.</param>
public sealed record Answered(IReadOnlyList<string> Materials, IReadOnlyList<string> Fields);

/// <summary>One thing to correct.</summary>
/// <param name="Material">The material's code, or null where a form field is meant.</param>
/// <param name="Field">The form field's name, or null.</param>
/// <param name="ReviewPoint">The review point (审查要点) that is not met.</param>
public sealed record CorrectionPoint(string? Material, string? Field, string ReviewPoint, string? Note);
