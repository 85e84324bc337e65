namespace Workflows.Definitions.Matters;

/// <summary>Why the clocks of a matter stand.</summary>
public enum StopKind
{
    /// <summary>补正</summary>
    Correction,

    /// <summary>听证</summary>
    Hearing,

    /// <summary>招标</summary>
    Tender,

    /// <summary>拍卖</summary>
    Auction,

    /// <summary>检验</summary>
    Inspection,

    /// <summary>检测</summary>
    Testing,

    /// <summary>检疫</summary>
    Quarantine,

    /// <summary>鉴定</summary>
    Appraisal,

    /// <summary>专家评审</summary>
    ExpertReview,

    /// <summary>公示</summary>
    Publicity,

    /// <summary>中止: ended by the applicant's request to resume (恢复).</summary>
    Suspension,
}
