using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Returning;

/// <summary>A step that is done once more and comes straight back (直接返回): no token moves, the work item that sent it back waits.</summary>
internal static class Detours
{
    public static void Begin(Burst burst, WorkItem waiting, EarlierStep step)
    {
        burst.Emit(new WorkItemWaits(waiting.Id));

        // Its own step is not at fault for the time until it comes back; the limit of the law for acceptance is the applicant's and runs on.
        MatterClocks.End(burst, clock => clock.WorkItemId == waiting.Id && clock.Limit.Kind is not ClockKind.Acceptance, met: true);
        var instance = new ElementInstance(burst.NextId, waiting.InstanceId, step.Done.ProcessId, step.Task.Id, burst.Now, waiting.Id) { Matter = step.Scope.Matter };
        burst.Emit(new ElementEntered(instance, [], 0));
        WorkItemOffers.Offer(burst, instance, step.Task);
    }

    /// <summary>The step has been done again: the item that waits for it goes back to its holder.</summary>
    public static void Return(Burst burst, ElementInstance instance, int waitingId)
    {
        burst.Emit(new ElementCompleted(instance.Id));
        burst.Emit(new WorkItemCameBack(waitingId));
        var waiting = burst.Case.WorkItems[waitingId];
        var at = burst.Case.Instances[waiting.InstanceId];
        MatterProgress.StepBegins(burst, at, (UserTask)burst.NodeOf(at)!, waiting);
    }

    /// <summary>The outcome that the step had before; it has to come out alike, because the case has gone on by it.</summary>
    public static string? OutcomeOf(Case state, ElementInstance instance) => state.WorkItems.Values
        .LastOrDefault(item => item.State is WorkItemState.Completed && item.ElementId == instance.ElementId && item.Matter == instance.Matter && item.Outcome != SendBackRule.Operation)?.Outcome;

    /// <summary>The scope in which the step was done first: where its results belong.</summary>
    public static ElementInstance Around(Burst burst, ElementInstance instance)
    {
        var scope = burst.ScopeOf(instance)!;
        do
        {
            scope = burst.ScopeOf(scope) ?? throw new InvalidOperationException($"Expected element '{instance.ElementId}' to be in a scope around instance '{instance.Id}', but it is in none.");
        }
        while (burst.NodeOf(scope) is UserTask || burst.ContentOf(scope).Content.FindNode(instance.ElementId) is null);

        return scope;
    }
}
