using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Projects;

/// <summary>A type of construction project (工程建设项目): its stages, the matters that run beside them, and its total limits. One <c>project.yaml</c>.</summary>
/// <param name="Code">The folder's name, kebab-case.</param>
/// <param name="Totals">The total limit by investment source; each source once.</param>
/// <param name="Counted">Whose time the total counts.</param>
public sealed record ProjectType(
    string Code,
    string Name,
    IReadOnlyDictionary<InvestmentSource, TimeLimit> Totals,
    IReadOnlyList<TimeOwner> Counted,
    IReadOnlyList<ProjectStage> Stages,
    IReadOnlyList<StageMerge> Merges,
    IReadOnlyList<ParallelTrack> Tracks,
    IReadOnlyList<string> Sources)
{
    /// <summary>The stages of a project, in their order; where the land came with a design, some are one.</summary>
    public IReadOnlyList<ProjectStage> StagesFor(bool landWithDesign)
    {
        var stages = Stages.ToList();
        foreach (var merge in landWithDesign ? Merges : [])
        {
            var first = stages.FindIndex(stage => merge.Stages.Contains(stage.Code));
            var merged = merge.Stage with { After = stages[first].After };
            stages[first] = merged;
            stages.RemoveAll(stage => merge.Stages.Contains(stage.Code));
            stages = [.. stages.Select(stage => stage.After is { } after && merge.Stages.Contains(after) ? stage with { After = merged.Code } : stage)];
        }

        return stages;
    }

    /// <summary>The latest stage of a matter that runs beside the stages; null where the matter belongs to a stage.</summary>
    public string? LatestStage(string matter, bool landWithDesign) =>
        Tracks.FirstOrDefault(track => track.Matter == matter) is not { } track ? null
        : (landWithDesign ? Merges.FirstOrDefault(merge => merge.Stages.Contains(track.LatestStage))?.Stage.Code : null) ?? track.LatestStage;
}

/// <summary>A stage (阶段): one service, led by one department.</summary>
/// <param name="LeadDepartment">牵头部门: accepts for all, forwards, and answers with everything.</param>
/// <param name="Service">The service whose case handles the stage.</param>
/// <param name="After">The stage before, or null for the first.</param>
/// <param name="Gives">The matters that have to be approved before the next stage may be opened.</param>
public sealed record ProjectStage(string Code, string Name, string LeadDepartment, string Service, string? After, IReadOnlyList<string> Gives, TimeLimit Limit);

/// <summary>Stages that are one where the land comes with a design (带设计方案出让).</summary>
/// <param name="Stages">By code, one after the other.</param>
public sealed record StageMerge(ProjectStage Stage, IReadOnlyList<string> Stages);

/// <summary>A matter that may run in any stage up to its latest one (并行推进).</summary>
public sealed record ParallelTrack(string Matter, string LatestStage);

/// <summary>项目投资来源.</summary>
public enum InvestmentSource
{
    /// <summary>社会投资</summary>
    Social,

    /// <summary>政府投资</summary>
    Government,
}
