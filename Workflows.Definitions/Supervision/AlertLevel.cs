namespace Workflows.Definitions.Supervision;

/// <summary>How grave an alert is; a later member is graver.</summary>
public enum AlertLevel
{
    /// <summary>预警</summary>
    Warning,

    /// <summary>黄牌</summary>
    Yellow,

    /// <summary>红牌</summary>
    Red,
}
