using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>How far a stage is.</summary>
public enum StageState
{
    /// <summary>未到: the stage before does not allow it yet.</summary>
    NotReady,

    /// <summary>可申报</summary>
    Ready,

    /// <summary>办理中</summary>
    Running,

    /// <summary>已办结</summary>
    Closed,
}

/// <summary>Reads from a project's cases how far its stages and matters are.</summary>
public static class StageStates
{
    public static StageState Of(ProjectStage stage, Project project, ProjectGround ground) =>
        Newest(stage.Code, project, ground) is { } newest && newest.Status is CaseStatus.Running ? StageState.Running
        : Missing(stage.Gives, project, ground).Count == 0 ? StageState.Closed
        : MissingBefore(stage, project, ground).Count == 0 ? StageState.Ready
        : StageState.NotReady;

    /// <summary>What the stage before still has to give, by matter.</summary>
    public static IReadOnlyList<string> MissingBefore(ProjectStage stage, Project project, ProjectGround ground) =>
        ground.Type.StagesFor(project.Land.WithDesign).FirstOrDefault(before => before.Code == stage.After) is { } before
            ? Missing(before.Gives, project, ground)
            : [];

    /// <summary>The newest case of a stage; null where there is none.</summary>
    public static Case? Newest(string stage, Project project, ProjectGround ground) => project.Cases
        .Where(opened => opened.Stage == stage)
        .Select(opened => ground.Cases.GetValueOrDefault(opened.CaseId))
        .LastOrDefault(found => found is not null);

    /// <summary>True where the matter was approved, also by silence, in any stage, or a valid regional result stands for it.</summary>
    public static bool IsApproved(string matter, Project project, ProjectGround ground) =>
        ground.Cases.Values.Any(found => found.Matters.TryGetValue(matter, out var state) && IsApproved(state))
        || (project.RegionalResults.TryGetValue(matter, out var regional) && !(regional.ValidUntil < ground.Today));

    public static bool IsApproved(CaseMatter matter) =>
        matter.State is MatterState.CompletedApproved or MatterState.CompletedApprovedOnTolerance;

    private static IReadOnlyList<string> Missing(IReadOnlyList<string> matters, Project project, ProjectGround ground) =>
        [.. matters.Where(matter => !IsApproved(matter, project, ground))];
}
