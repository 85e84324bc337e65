using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;
using Workflows.Engine.Returning;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Takes a completed step back (撤回) as long as nothing has come of it.</summary>
internal static class Recalling
{
    public static Rejected? Recall(Burst burst, RecallWorkItem command)
    {
        if (Working.Find(burst.Case, burst.Actor, command.WorkItemId, out var item) is { } refusal)
        {
            return refusal;
        }

        if (item.State is not WorkItemState.Completed || item.Holder?.AccountId != burst.Actor.AccountId || item.ByLaw is not null)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected '{burst.Actor.AccountId}' to have completed work item '{item.Id}', but it is {item.State} by '{item.Holder?.AccountId}'.", item.Name, item.State.ToString());
        }

        if (Suspending.RefusalOf(burst.Case, item, "take back") is { } suspended)
        {
            return suspended;
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(RejectionCode.OpinionRequired, $"Expected reasons for taking work item '{item.Id}' back, but there are none.", item.Name, "撤回");
        }

        var scopeId = burst.Case.Passages.FirstOrDefault(way => way.Value.Exists(passage => passage.InstanceId == item.InstanceId)).Key;
        if (!burst.Case.Instances.TryGetValue(scopeId, out var scope) || burst.NodeOf(scope) is UserTask)
        {
            return new Rejected(
                RejectionCode.StepNotPassed,
                $"Expected the case to stand behind work item '{item.Id}' by itself, but it has left the process, or the item was one signature or repetition of a step.",
                item.Name);
        }

        var rewind = Rewind.Of(burst, scope, burst.Case.Passages[scopeId].Find(passage => passage.InstanceId == item.InstanceId)!);

        return WhyNot(burst, item, rewind) ?? Undo(burst, item, rewind, command.Reason);
    }

    private static Rejected? WhyNot(Burst burst, WorkItem item, Rewind rewind)
    {
        var undone = rewind.Instances(burst.Case);
        if (burst.Case.WorkItems.Values.FirstOrDefault(next => next.Id != item.Id && undone.Contains(next.InstanceId) && next.Holder is not null) is { } opened)
        {
            return new Rejected(RejectionCode.HeldByAnother, $"Expected nobody to have opened what follows work item '{item.Id}', but {opened.Holder!.Name} has opened '{opened.Name}'.", opened.Name, opened.Holder.Name);
        }

        var nodes = rewind.Undone.Select(passage => rewind.Node(burst, passage)).ToList();
        var given = ((UserTask)nodes[0]).Approval.Outcomes.FirstOrDefault(outcome => outcome.Code == item.Outcome);
        if (given?.MatterState is not null || item.Outcome == SendBackRule.Operation || rewind.Undone.Skip(1).Zip(nodes.Skip(1)).Any(pair => HasEffect(burst, pair.First, pair.Second)))
        {
            return new Rejected(RejectionCode.OperationNotAllowed, $"Expected work item '{item.Id}' to have had no effect yet, but '{item.OutcomeName}' has.", item.Name);
        }

        return null;
    }

    // What others were told, or what has been left again, cannot be taken back unnoticed.
    private static bool HasEffect(Burst burst, Passage passage, FlowNode node) => node switch
    {
        Gateway and not ComplexGateway => false,
        Activity => !burst.Case.Instances.ContainsKey(passage.InstanceId) || node.Approval.Connector is not null,
        _ => true,
    };

    private static Rejected? Undo(Burst burst, WorkItem item, Rewind rewind, string reason)
    {
        var by = Working.HolderOf(burst.Actor);
        burst.Emit(new StepRecalled(item.Id, reason, by, burst.Now));
        rewind.Do(burst);
        if (burst.Case.WorkItems.Values.LastOrDefault(next => next.IsOpen && next.ElementId == item.ElementId && next.Id > item.Id) is { } again)
        {
            burst.Emit(new WorkItemClaimed(again.Id, by, burst.Now));
        }

        return null;
    }
}
