namespace Workflows.Designer.Operations;

/// <summary>What people of the office do with a case beside deciding it; in the order of the menu.</summary>
public enum OperationKind
{
    /// <summary>转办</summary>
    Assign,

    /// <summary>委托</summary>
    Delegate,

    /// <summary>交回</summary>
    HandBack,

    /// <summary>前加签</summary>
    AddSignerBefore,

    /// <summary>后加签</summary>
    AddSignerAfter,

    /// <summary>减签</summary>
    RemoveSigner,

    /// <summary>撤回</summary>
    Recall,

    /// <summary>催办</summary>
    Remind,

    /// <summary>抄送</summary>
    Copy,

    /// <summary>已阅</summary>
    Read,

    /// <summary>留言</summary>
    Comment,

    /// <summary>回避</summary>
    Exclude,

    /// <summary>撤件</summary>
    Withdraw,

    /// <summary>跳转</summary>
    Jump,

    /// <summary>终止</summary>
    Terminate,
}
