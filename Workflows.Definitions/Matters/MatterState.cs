namespace Workflows.Definitions.Matters;

/// <summary>The fifteen states of handling a matter, numbered as in the ministry's data standard (工程建设项目审批管理系统数据共享交换标准, 办理状态).</summary>
public enum MatterState
{
    /// <summary>已接件</summary>
    Received = 1,

    /// <summary>已撤件</summary>
    Withdrawn = 2,

    /// <summary>窗口受理</summary>
    AcceptedAtWindow = 3,

    /// <summary>不受理</summary>
    NotWithinScope = 4,

    /// <summary>不予受理</summary>
    AcceptanceRefused = 5,

    /// <summary>补正(开始)</summary>
    CorrectionStarted = 6,

    /// <summary>补正(结束)</summary>
    CorrectionEnded = 7,

    /// <summary>部门(开始)办理</summary>
    InHandling = 8,

    /// <summary>特别程序(开始)</summary>
    SpecialProcedureStarted = 9,

    /// <summary>特别程序(结束)</summary>
    SpecialProcedureEnded = 10,

    /// <summary>办结(通过)</summary>
    CompletedApproved = 11,

    /// <summary>办结(容缺通过)</summary>
    CompletedApprovedOnTolerance = 12,

    /// <summary>办结(不通过)</summary>
    CompletedRefused = 13,

    /// <summary>撤回</summary>
    Recalled = 14,

    /// <summary>撤销</summary>
    Revoked = 15,
}
