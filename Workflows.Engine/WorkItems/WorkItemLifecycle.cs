using System.Collections.Frozen;
using static Workflows.Engine.WorkItems.WorkItemState;

namespace Workflows.Engine.WorkItems;

/// <summary>Which state of a work item may follow which.</summary>
public static class WorkItemLifecycle
{
    private static readonly FrozenDictionary<WorkItemState, WorkItemState[]> Next = new Dictionary<WorkItemState, WorkItemState[]>
    {
        [Offered] = [Claimed, Completed, Withdrawn],
        [Claimed] = [Offered, Suspended, Waiting, Completed, Withdrawn],
        [Suspended] = [Claimed, Withdrawn],
        [Waiting] = [Claimed, Completed, Withdrawn],
        [Completed] = [],
        [Withdrawn] = [],
    }.ToFrozenDictionary();

    public static bool CanMove(WorkItemState from, WorkItemState to) => Next[from].Contains(to);
}
