using System.Collections.Frozen;

namespace Workflows.Engine.Drafts;

/// <summary>Where a draft stands on its way to being published.</summary>
public enum DraftState
{
    /// <summary>编辑中</summary>
    Drafting,

    /// <summary>待审核: nobody changes it until it is returned.</summary>
    InReview,

    /// <summary>审核通过: may be published.</summary>
    Approved,

    /// <summary>已发布: a published version keeps its content.</summary>
    Published,

    /// <summary>已放弃</summary>
    Discarded,
}

/// <summary>What analysts do with a draft besides drawing.</summary>
public enum DraftAct
{
    /// <summary>提交审核</summary>
    Submit,

    /// <summary>撤回修改</summary>
    Withdraw,

    /// <summary>审核通过; by another analyst than the last who changed it.</summary>
    Approve,

    /// <summary>退回修改, with reasons.</summary>
    Return,

    /// <summary>发布</summary>
    Publish,

    /// <summary>放弃</summary>
    Discard,
}

/// <summary>From which state an act leads where; what is not here cannot be done.</summary>
public static class DraftLifecycle
{
    private static readonly FrozenDictionary<(DraftState From, DraftAct Act), DraftState> Next = new Dictionary<(DraftState, DraftAct), DraftState>
    {
        [(DraftState.Drafting, DraftAct.Submit)] = DraftState.InReview,
        [(DraftState.Drafting, DraftAct.Discard)] = DraftState.Discarded,
        [(DraftState.InReview, DraftAct.Withdraw)] = DraftState.Drafting,
        [(DraftState.InReview, DraftAct.Approve)] = DraftState.Approved,
        [(DraftState.InReview, DraftAct.Return)] = DraftState.Drafting,
        [(DraftState.Approved, DraftAct.Withdraw)] = DraftState.Drafting,
        [(DraftState.Approved, DraftAct.Publish)] = DraftState.Published,
    }.ToFrozenDictionary();

    /// <summary>The state after the act; null where the act is not possible.</summary>
    public static DraftState? After(DraftState state, DraftAct act) => Next.TryGetValue((state, act), out var next) ? next : null;

    public static IEnumerable<DraftAct> Possible(DraftState state) => Next.Keys.Where(key => key.From == state).Select(key => key.Act).Order();

    public static bool IsOpen(DraftState state) => state is DraftState.Drafting or DraftState.InReview or DraftState.Approved;
}
