using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Gives work to persons: assign, pass on (转办), delegate and hand back (委托), and keep out (回避).</summary>
internal static class Entrusting
{
    public static Rejected? Assign(Burst burst, AssignWorkItem command)
    {
        if (Find(burst, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        var isHolder = item.State is WorkItemState.Claimed && item.Holder?.AccountId == burst.Actor.AccountId && item.DelegatedBy is null;
        if (!isHolder && !Leads(burst.Actor, item))
        {
            return item.State is WorkItemState.Claimed && !burst.Actor.Is(Role.DepartmentHead)
                ? Working.NotMovable(burst.Actor, item, "pass on")
                : NotEntitled(burst.Actor, item, Role.DepartmentHead);
        }

        if (item.Holder is not null && string.IsNullOrWhiteSpace(command.Reason))
        {
            return NoReason(item, "转办");
        }

        if (WhyNotTo(burst.Case, item, command.To) is { } reason)
        {
            return reason;
        }

        burst.Emit(new WorkItemAssigned(item.Id, Working.HolderOf(command.To), Working.HolderOf(burst.Actor), command.Reason, burst.Now));

        return null;
    }

    public static Rejected? Delegate(Burst burst, DelegateWorkItem command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (item.State is not WorkItemState.Claimed || !Working.IsOpenTo(burst.Actor, item))
        {
            return Working.NotMovable(burst.Actor, item, "delegate");
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return NoReason(item, "委托");
        }

        if (WhyNotTo(burst.Case, item, command.To) is { } reason)
        {
            return reason;
        }

        burst.Emit(new WorkItemDelegated(item.Id, Working.HolderOf(command.To), Working.HolderOf(burst.Actor), command.Reason, burst.Now));

        return null;
    }

    public static Rejected? HandBack(Burst burst, HandBackWorkItem command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (item.DelegatedBy is not { } owner)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected work item '{item.Id}' to be delegated, but it is not.", item.Name, item.State.ToString());
        }

        if (burst.Actor.AccountId != owner.AccountId && burst.Actor.AccountId != item.Holder?.AccountId)
        {
            return Working.NotMovable(burst.Actor, item, "hand back");
        }

        burst.Emit(new WorkItemHandedBack(item.Id, Working.HolderOf(burst.Actor), command.Note, burst.Now));

        return null;
    }

    public static Rejected? Exclude(Burst burst, ExcludeOfficer command)
    {
        var who = command.Who;
        var isHead = burst.Actor.Is(Role.DepartmentHead) && burst.Actor.Department == who.Department;
        if (burst.Actor.AccountId != who.AccountId && !isHead && !burst.Actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected '{who.AccountId}' or the head of '{who.Department}' to state a conflict of interest, but '{burst.Actor.AccountId}' is neither.", who.Name, Role.DepartmentHead);
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(RejectionCode.ReasonRequired, $"Expected a reason for keeping '{who.AccountId}' out of case '{burst.Case.Number}', but there is none.", burst.Case.Number);
        }

        if (burst.Case.Exclusions.ContainsKey(who.AccountId))
        {
            return new Rejected(RejectionCode.Excluded, $"Expected '{who.AccountId}' to take part in case '{burst.Case.Number}', but '{who.Name}' is kept out of it already.", who.Name);
        }

        burst.Emit(new OfficerExcluded(new Exclusion(who.AccountId, who.Name, command.Reason, burst.Actor.Name, burst.Now)));
        foreach (var item in burst.Case.WorkItems.Values.Where(item => item.IsOpen && item.DelegatedBy is not null && IsHeldBy(item, who)).ToList())
        {
            burst.Emit(new WorkItemHandedBack(item.Id, Working.HolderOf(burst.Actor), command.Reason, burst.Now));
        }

        // What waits for the applicant or for a step stays with its last holder until the head gives it to somebody else.
        foreach (var item in burst.Case.WorkItems.Values.Where(item => item.State is WorkItemState.Claimed && IsHeldBy(item, who)).ToList())
        {
            burst.Emit(new WorkItemReleased(item.Id));
        }

        return null;
    }

    private static bool IsHeldBy(WorkItem item, Actor who) => item.Holder?.AccountId == who.AccountId || item.DelegatedBy?.AccountId == who.AccountId;

    // The head of a department disposes of its work, also of posts that are not the head's own; an administrator of all work.
    private static Rejected? Find(Burst burst, int id, out WorkItem item)
    {
        if (burst.Case.WorkItems.TryGetValue(id, out item!) && Leads(burst.Actor, item))
        {
            return item.IsOpen ? null : Working.NotMovable(burst.Actor, item, "assign");
        }

        return Working.Find(burst.Case, burst.Actor, id, out item);
    }

    private static bool Leads(Actor actor, WorkItem item) =>
        actor.Is(Role.Administrator) || (actor.Is(Role.DepartmentHead) && actor.Department == item.Department);

    private static Rejected? WhyNotTo(Case state, WorkItem item, Actor to)
    {
        if (to.Department != item.Department || !item.IsFor(to))
        {
            return NotEntitled(to, item, item.Role);
        }

        if (state.Exclusions.ContainsKey(to.AccountId))
        {
            return Working.Excluded(state, to);
        }

        return item.Holder?.AccountId == to.AccountId
            ? new Rejected(RejectionCode.HeldByAnother, $"Expected somebody else for work item '{item.Id}', but '{to.AccountId}' holds it.", item.Name, to.Name)
            : null;
    }

    private static Rejected NotEntitled(Actor actor, WorkItem item, string post) =>
        new(RejectionCode.NotEntitled, $"Expected post '{post}' in department '{item.Department}' for work item '{item.Id}', but '{actor.AccountId}' has not that post there.", item.Name, post);

    private static Rejected NoReason(WorkItem item, string act) =>
        new(RejectionCode.OpinionRequired, $"Expected reasons for giving work item '{item.Id}' to somebody else, but there are none.", item.Name, act);
}
