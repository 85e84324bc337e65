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
        var (department, role) = Addressed(burst, instance, task);
        var item = new WorkItem(
            burst.NextId,
            instance.Id,
            task.Id,
            instance.ProcessId,
            task.Label,
            instance.Matter,
            department,
            role,
            burst.Now);
        burst.Emit(new WorkItemOffered(item));
        if (instance.Signer is { } signer && !burst.Case.Exclusions.ContainsKey(signer.Who.AccountId))
        {
            burst.Emit(new WorkItemAssigned(item.Id, signer.Who, signer.By, signer.Reason, burst.Now));
        }

        MatterProgress.StepBegins(burst, instance, task, item);
    }

    /// <summary>The department and the post that a task is for.</summary>
    public static (string Department, string Role) Addressed(Burst burst, ElementInstance instance, UserTask task) => (
        instance.Signer?.Department
            ?? Variables.Text(burst, task.Approval.Department, instance)
            ?? burst.Definitions.Processes[instance.ProcessId].Definition.LaneOf(task)?.Department
            ?? burst.Definitions.Service.LeadDepartment,
        task.Approval.Role ?? Role.Officer);

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
            MatterClocks.Resume(burst, correction.NoticeNumber);
        }

        MatterClocks.End(burst, clock => clock.WorkItemId == item.Id, met: false);
    }
}
