using Workflows.Definitions.Checks.Time;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Projects;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Projects;

/// <summary>What a project would need: the matters of each stage in their order, and the working days at most. Pure.</summary>
/// <param name="Days">The stages' days, one after the other: at most, where every step takes its whole limit.</param>
/// <param name="Promised">The sum of the stages' limits.</param>
public sealed record ProjectPlan(TimeLimit Total, decimal Days, decimal Promised, IReadOnlyList<PlannedStage> Stages)
{
    /// <param name="answers">By stage; a stage without answers is planned with all its matters left out that depend on them.</param>
    /// <param name="services">By code; a stage whose service is not in force is left out.</param>
    public static ProjectPlan Of(
        ProjectType type, InvestmentSource investment, bool landWithDesign, IReadOnlyDictionary<string, FeelContext> answers, IReadOnlyDictionary<string, PublishedService> services)
    {
        var stages = type.StagesFor(landWithDesign)
            .Where(stage => services.ContainsKey(stage.Service))
            .Select(stage => PlannedStage.Of(stage, answers.GetValueOrDefault(stage.Code) ?? FeelContext.Empty, services[stage.Service]))
            .ToList();
        return new ProjectPlan(type.Totals[investment], stages.Sum(stage => stage.Days), stages.Sum(stage => stage.Limit.Amount), stages);
    }
}

/// <param name="Days">Working days of the longest way through the stage, with everything that can be asked for on it.</param>
/// <param name="Matters">In the order in which they are handled; those of one turn run side by side.</param>
public sealed record PlannedStage(string Code, string Name, string Lead, TimeLimit Limit, decimal Days, IReadOnlyList<PlannedMatter> Matters)
{
    internal static PlannedStage Of(ProjectStage stage, FeelContext answers, PublishedService published)
    {
        var service = published.Definitions.Service;
        var guidance = StageNeeds.Guide(service, answers);
        var scope = FeelContext.Empty.With("answers", answers).With("guidance", guidance.Context);
        var main = service.Process.Processes[0];
        var own = main.Content.Flows.ToHashSet();
        var times = new ProcessTime(Called, fromReceipt: true, flow => !own.Contains(flow) || IsTaken(flow, scope));
        var longest = times.Of(main);
        var turns = Turns(main.Content);
        var chosen = guidance.Matters.Select(member => member.Matter).ToList();
        return new PlannedStage(
            stage.Code,
            stage.Name,
            stage.LeadDepartment,
            stage.Limit,
            longest.Days,
            [.. chosen.Select(matter => new PlannedMatter(matter.Code, matter.Name, matter.Department, matter.Promised, turns.GetValueOrDefault(matter.Code, 1))).OrderBy(matter => matter.Turn)]);

        ProcessDefinition? Called(string id) =>
            published.Library.SharedProcesses.GetValueOrDefault(id)?.Processes.FirstOrDefault(process => process.Id == id);
    }

    /// <summary>When each matter has its turn: one after those that its process puts before it.</summary>
    private static Dictionary<string, int> Turns(FlowScope scope)
    {
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var call in scope.Nodes.OfType<CallActivity>().Where(call => call.Approval.Matter is not null))
        {
            turns[call.Approval.Matter!] = TurnOf(call.Id);
        }

        return turns;

        int TurnOf(string node)
        {
            if (seen.TryGetValue(node, out var known))
            {
                return known;
            }

            seen[node] = 0;
            var before = scope.Flows.Where(flow => flow.TargetId == node).Select(flow => TurnOf(flow.SourceId)).DefaultIfEmpty(0).Max();
            return seen[node] = before + (scope.FindNode(node) is CallActivity { Approval.Matter: not null } ? 1 : 0);
        }
    }

    private static bool IsTaken(SequenceFlow flow, FeelContext scope) => flow.Condition is null || FeelExpression.Parse(flow.Condition).Evaluate(scope).IsTrue;
}

/// <param name="Turn">1 for the first; matters of one turn run side by side.</param>
public sealed record PlannedMatter(string Code, string Name, string Department, TimeLimit Promised, int Turn);
