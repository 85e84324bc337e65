using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Approvals;

/// <summary>Every user task names its outcomes, each code once; one that refuses asks for reasons (行政许可法 38).</summary>
public sealed class UserTaskOutcomes : IDefinitionRule
{
    public string Id => "user-task-outcomes";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        definition.Nodes.Select(at => at.Node).OfType<UserTask>().SelectMany(Of);

    private static IEnumerable<Flaw> Of(UserTask task)
    {
        if (task.Approval.Outcomes.Count == 0)
        {
            yield return new Flaw(task.Id, $"Expected user task '{task.Id}' to name its outcomes, but it names none.");
        }

        foreach (var same in task.Approval.Outcomes.GroupBy(outcome => outcome.Code).Where(same => same.Count() > 1))
        {
            yield return new Flaw(task.Id, $"Expected outcome '{same.Key}' of '{task.Id}' once, but it is named {same.Count()} times.");
        }

        foreach (var outcome in task.Approval.Outcomes.Where(outcome => Refuses(outcome) && !outcome.RequiresOpinion))
        {
            yield return new Flaw(task.Id, $"Expected outcome '{outcome.Code}' of '{task.Id}' to require an opinion, as it refuses, but it does not.");
        }
    }

    private static bool Refuses(Outcome outcome) =>
        outcome.MatterState is MatterState.NotWithinScope or MatterState.AcceptanceRefused or MatterState.CompletedRefused;
}
