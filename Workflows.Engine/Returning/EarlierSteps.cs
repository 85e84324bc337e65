using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Returning;

/// <summary>A step that was done on the way to a work item.</summary>
/// <param name="Scope">The scope in which it was done.</param>
/// <param name="Done">Its work item; the last one where several people did it together.</param>
internal sealed record EarlierStep(ElementInstance Scope, Passage Passage, UserTask Task, WorkItem Done);

/// <summary>Finds the steps from which a work item follows: those that it could be sent back to.</summary>
internal static class EarlierSteps
{
    /// <summary>The steps on the way to the item, the nearest first; of a step that was done several times, the last time.</summary>
    /// <remarks>A step of a parallel branch is not on the way, and neither is one inside a sub-process that has been left.</remarks>
    public static IReadOnlyList<EarlierStep> Of(Burst burst, WorkItem item)
    {
        var steps = new List<EarlierStep>();
        var done = burst.Case.WorkItems.Values.Where(one => one.State is WorkItemState.Completed).GroupBy(one => one.InstanceId).ToDictionary(items => items.Key, items => items.Last());
        var inner = burst.Case.Instances[item.InstanceId];
        for (var scope = burst.ScopeOf(inner); scope is not null; inner = scope, scope = burst.ScopeOf(inner))
        {
            steps.AddRange(Before(burst, scope, inner, done));
        }

        return [.. steps.DistinctBy(step => step.Task.Id)];
    }

    public static bool Allows(this SendBackRule rule, EarlierStep step, IReadOnlyList<EarlierStep> steps) =>
        rule.To.Count == 0
        || rule.To.Contains(step.Task.Id)
        || (rule.To.Contains(SendBackRule.Previous) && step == steps[0])
        || (rule.To.Contains(SendBackRule.Intake) && step == (steps.FirstOrDefault(one => one.Task.Approval.Step is StepKind.Acceptance) ?? steps[^1]));

    private static IEnumerable<EarlierStep> Before(Burst burst, ElementInstance scope, ElementInstance inner, Dictionary<int, WorkItem> completed)
    {
        var way = burst.Case.Passages.GetValueOrDefault(scope.Id, []);
        var before = new HashSet<int> { inner.Id };
        for (var at = way.Count - 1; at >= 0; at--)
        {
            var passage = way[at];
            if (!before.Contains(passage.InstanceId))
            {
                continue;
            }

            before.UnionWith(passage.Causes);
            if (passage.InstanceId != inner.Id
                && burst.Definitions.Processes[burst.ContentOf(scope).ProcessId].Place(passage.ElementId).Node is UserTask task
                && passage.Instances.Select(completed.GetValueOrDefault).OfType<WorkItem>().MaxBy(item => item.Id) is { } done)
            {
                yield return new EarlierStep(scope, passage, task, done);
            }
        }
    }
}
