using Workflows.Engine.Cases;
using Posts = Workflows.Engine.Cases.Role;

namespace Workflows.Engine.WorkItems;

/// <summary>A work item (待办): a user task that waits for a person.</summary>
/// <param name="InstanceId">The element instance that waits.</param>
/// <param name="Department">The department's code; only its people see the item.</param>
/// <param name="Role">The post that may do it.</param>
/// <param name="Matter">The matter that it belongs to, or null for the case as a whole.</param>
/// <param name="DelegatedBy">Who holds it in truth, while somebody else prepares it; null where nobody does.</param>
/// <param name="RemindedAt">When somebody reminded of it last (催办); null where nobody did.</param>
public sealed record WorkItem(
    int Id,
    int InstanceId,
    string ElementId,
    string ProcessId,
    string Name,
    string? Matter,
    string Department,
    string Role,
    DateTimeOffset OfferedAt,
    Holder? DelegatedBy = null,
    DateTimeOffset? RemindedAt = null)
{
    public WorkItemState State { get; init; } = WorkItemState.Offered;

    public Holder? Holder { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public string? OutcomeName { get; init; }

    public string? Opinion { get; init; }

    public string? ByLaw { get; init; }

    /// <summary>True where the actor's posts may do it: a department head may do what officers do.</summary>
    public bool IsFor(Actor actor) =>
        actor.Is(Role) || (Role is Posts.Officer && actor.Is(Posts.DepartmentHead));

    public bool IsOpen => State is WorkItemState.Offered or WorkItemState.Claimed or WorkItemState.Suspended or WorkItemState.Waiting;
}

/// <summary>The person who holds or ended a work item.</summary>
public sealed record Holder(string AccountId, string Name);

public enum WorkItemState
{
    /// <summary>待签收</summary>
    Offered,

    /// <summary>办理中</summary>
    Claimed,

    /// <summary>等待补正</summary>
    Suspended,

    /// <summary>已办</summary>
    Completed,

    /// <summary>已收回</summary>
    Withdrawn,

    /// <summary>等待返回: an earlier step is done again and comes straight back.</summary>
    Waiting,
}
