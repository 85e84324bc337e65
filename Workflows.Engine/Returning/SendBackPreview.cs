using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Cases.Deciding;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Returning;

/// <summary>Answers what sending back would do, without doing it. Pure.</summary>
public static class SendBackPreview
{
    /// <returns>The plan, or why it would be refused. The reason is not asked for yet.</returns>
    public static (SendBackPlan? Plan, Rejected? Rejected) Of(Case state, DefinitionSet definitions, Actor actor, DateTimeOffset now, SendBack command)
    {
        var burst = Look(state, definitions, actor, now);

        return SendingBack.Find(burst, command, out var move) is { } rejected ? (null, rejected) : (move.Plan, null);
    }

    /// <summary>The steps that the work item may be sent back to, the nearest first; none where it may not be at all.</summary>
    public static IReadOnlyList<SendBackTarget> Targets(Case state, DefinitionSet definitions, Actor actor, DateTimeOffset now, int workItemId)
    {
        var burst = Look(state, definitions, actor, now);
        if (burst.Case.Status is not CaseStatus.Running || Working.Find(burst.Case, actor, workItemId, out var item) is not null || !item.IsOpen)
        {
            return [];
        }

        return
        [
            .. from step in EarlierSteps.Of(burst, item)
               let returns = Enum.GetValues<SendBackReturn>()
                   .Where(way => SendingBack.Find(burst, new SendBack(workItemId, step.Task.Id, way, string.Empty), out _) is null)
                   .ToList()
               where returns.Count > 0
               select new SendBackTarget(step.Task.Id, step.Task.Label, step.Done.Holder?.Name, returns),
        ];
    }

    // As a command finds the case: what is due by now has happened.
    private static Burst Look(Case state, DefinitionSet definitions, Actor actor, DateTimeOffset now)
    {
        var burst = new Burst(state, definitions, now, actor);
        if (state.Status is CaseStatus.Running && Timing.PassClocks(burst))
        {
            burst.Run();
        }

        return burst;
    }
}
