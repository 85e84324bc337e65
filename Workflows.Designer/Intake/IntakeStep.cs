namespace Workflows.Designer.Intake;

/// <summary>The steps of receiving an application, in order.</summary>
public enum IntakeStep
{
    /// <summary>情形引导</summary>
    Guidance,

    /// <summary>申请人与表单</summary>
    Form,

    /// <summary>材料</summary>
    Materials,

    /// <summary>核对提交</summary>
    Review,
}
