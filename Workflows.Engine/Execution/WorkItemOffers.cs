using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Execution;

/// <summary>User tasks as work items: offered to the department and post that the definition names.</summary>
internal static class WorkItemOffers
{
    public static void Offer(Burst burst, ElementInstance instance, UserTask task)
    {
        var lane = burst.Definitions.Processes[instance.ProcessId].Definition.LaneOf(task);
        var department = Variables.Text(burst, task.Approval.Department, instance)
            ?? lane?.Department
            ?? burst.Definitions.Service.LeadDepartment;
        var item = new WorkItem(
            burst.NextId,
            instance.Id,
            task.Id,
            instance.ProcessId,
            task.Label,
            instance.Matter,
            department,
            task.Approval.Role ?? Role.Officer,
            burst.Now);
        burst.Emit(new WorkItemOffered(item));
        MatterProgress.StepBegins(burst, instance, task, item);
    }

    /// <summary>Takes back the work item of an instance that is cancelled.</summary>
    public static void Withdraw(Burst burst, ElementInstance instance)
    {
        var item = burst.Case.WorkItems.Values.FirstOrDefault(item => item.InstanceId == instance.Id && item.IsOpen);
        if (item is null)
        {
            return;
        }

        burst.Emit(new WorkItemWithdrawn(item.Id, burst.Now));
        foreach (var correction in burst.Case.Corrections.Values.Where(correction => correction.WorkItemId == item.Id && correction.IsOpen).ToList())
        {
            burst.Emit(new CorrectionLapsed(correction.Id, burst.Now));
        }

        MatterClocks.End(burst, clock => clock.WorkItemId == item.Id, met: false);
    }
}
