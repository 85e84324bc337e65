using System.Collections.Frozen;
using static Workflows.Engine.Supervision.Alerts.AlertState;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Which state of an alert may follow which.</summary>
public static class AlertLifecycle
{
    private static readonly FrozenDictionary<AlertState, AlertState[]> Next = new Dictionary<AlertState, AlertState[]>
    {
        [Proposed] = [Issued, Dismissed],
        [Issued] = [Answered, Appealed, Escalated],
        [Appealed] = [Withdrawn, Returned, Escalated],
        [Returned] = [Answered, Escalated],
        [Escalated] = [Answered],
        [Answered] = [Returned, Closed],
        [Dismissed] = [],
        [Withdrawn] = [],
        [Closed] = [],
    }.ToFrozenDictionary();

    public static bool CanMove(AlertState from, AlertState to) => Next[from].Contains(to);

    /// <summary>True where something is still to come.</summary>
    public static bool IsOpen(AlertState state) => Next[state].Length > 0;
}

public enum AlertState
{
    /// <summary>待确认</summary>
    Proposed,

    /// <summary>已发出</summary>
    Issued,

    /// <summary>不予发出</summary>
    Dismissed,

    /// <summary>已答复</summary>
    Answered,

    /// <summary>申诉中</summary>
    Appealed,

    /// <summary>已撤销</summary>
    Withdrawn,

    /// <summary>已退回</summary>
    Returned,

    /// <summary>已上报督办</summary>
    Escalated,

    /// <summary>已办结</summary>
    Closed,
}
