using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Ratings;

/// <summary>The applicant's judgement of a matter (好差评), bound to the applicant, the matter and the officer.</summary>
/// <param name="Comment">What the applicant wrote; null for nothing.</param>
/// <param name="Officer">Who decided the matter; null where the law did.</param>
/// <param name="RectifiedAt">When the department told what it has put right; null while it is owed, and for good ratings.</param>
public sealed record Rating(
    RatingGrade Grade,
    string? Comment,
    Holder? Officer,
    DateTimeOffset At,
    DateTimeOffset? RectifiedAt = null,
    string? Rectification = null,
    string? RectifiedBy = null)
{
    /// <summary>差评: the two lowest grades, after which something is to be put right.</summary>
    public bool IsBad => Grade is RatingGrade.Dissatisfied or RatingGrade.VeryDissatisfied;
}

/// <summary>The five grades of GB/T 39046, A.8.</summary>
public enum RatingGrade
{
    /// <summary>非常满意</summary>
    VerySatisfied = 1,

    /// <summary>满意</summary>
    Satisfied = 2,

    /// <summary>基本满意</summary>
    FairlySatisfied = 3,

    /// <summary>不满意</summary>
    Dissatisfied = 4,

    /// <summary>非常不满意</summary>
    VeryDissatisfied = 5,
}
