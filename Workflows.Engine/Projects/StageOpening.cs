using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using static Workflows.Engine.Projects.ProjectDecider;

namespace Workflows.Engine.Projects;

/// <summary>Decides whether a stage may be opened, and which matters may join it.</summary>
internal static class StageOpening
{
    public static ProjectDecision Decide(OpenStage open, Project project, ProjectGround ground, Actor actor, DateTimeOffset now)
    {
        if (NotEntitled(actor, project.Code) is { } notEntitled)
        {
            return notEntitled;
        }

        if (Find(open.Stage, project, ground) is not { } stage)
        {
            return Unknown(open.Stage, project);
        }

        return NotOpen(stage, project, ground) ?? Abolished(stage, project, ground) ?? Expired(open, ground) ?? WrongMatters(open, stage, project, ground)
            ?? Happens(new StageOpened(new StageCase(stage.Code, open.CaseId, now, open.Reused)));
    }

    public static ProjectDecision Decide(AddMatter add, Project project, ProjectGround ground, Actor actor)
    {
        if (NotEntitled(actor, project.Code) is { } notEntitled)
        {
            return notEntitled;
        }

        if (Find(add.Stage, project, ground) is not { } stage)
        {
            return Unknown(add.Stage, project);
        }

        var state = StageStates.Of(stage, project, ground);
        if (state is StageState.Closed or StageState.Running)
        {
            return Refuse(
                RejectionCode.InvalidState,
                $"Expected stage '{stage.Code}' of project '{project.Code}' not to be opened yet, so that '{add.Matter}' can join it, but it is {state}.",
                stage.Name,
                state.ToString());
        }

        return ground.Services.GetValueOrDefault(stage.Service)?.Matters.Any(member => member.Matter.Code == add.Matter) == true
            ? Happens(new MatterAdded(new AddedMatter(stage.Code, add.Matter)))
            : Refuse(RejectionCode.OperationNotAllowed, $"Expected a matter of stage '{stage.Code}', but '{add.Matter}' cannot be handled in it.", add.Matter);
    }

    private static ProjectStage? Find(string stage, Project project, ProjectGround ground) =>
        ground.Type.StagesFor(project.Land.WithDesign).FirstOrDefault(known => known.Code == stage);

    private static ProjectDecision Unknown(string stage, Project project) =>
        Refuse(RejectionCode.NotFound, $"Expected a stage '{stage}' of project '{project.Code}', but there is none.", stage);

    private static ProjectDecision? NotOpen(ProjectStage stage, Project project, ProjectGround ground) => StageStates.Of(stage, project, ground) switch
    {
        StageState.Ready => null,
        StageState.Running => Refuse(
            RejectionCode.InvalidState,
            $"Expected one case of stage '{stage.Code}' at a time, but case '{StageStates.Newest(stage.Code, project, ground)!.Number}' is running.",
            stage.Name,
            nameof(StageState.Running)),
        StageState.Closed => Refuse(RejectionCode.InvalidState, $"Expected stage '{stage.Code}' to be open, but it has given all that it gives.", stage.Name, nameof(StageState.Closed)),
        _ => Refuse(
            RejectionCode.StageNotReady,
            $"Expected '{string.Join("', '", StageStates.MissingBefore(stage, project, ground))}' to be approved before stage '{stage.Code}', but it is not.",
            stage.Name,
            string.Join('、', StageStates.MissingBefore(stage, project, ground).Select(matter => NameOf(matter, ground)))),
    };

    private static ProjectDecision? Abolished(ProjectStage stage, Project project, ProjectGround ground) =>
        project.LeadOf(stage) is var lead && ground.Departments.ContainsKey(lead)
            ? null
            : Refuse(
                RejectionCode.DepartmentAbolished,
                $"Expected department '{lead}' to lead stage '{stage.Code}', but there is no such department any more: name another with its basis.",
                lead,
                stage.Name);

    private static ProjectDecision? Expired(OpenStage open, ProjectGround ground) =>
        open.Reused.FirstOrDefault(reused => reused.IsExpired(ground.Today)) is { } expired
            ? Refuse(
                RejectionCode.DocumentExpired,
                $"Expected '{expired.Number}' of case '{expired.CaseNumber}' to hold on {ground.Today:O}, but it held until {expired.ValidUntil:O}.",
                expired.Name,
                $"{expired.ValidUntil:yyyy-MM-dd}")
            : null;

    private static ProjectDecision? WrongMatters(OpenStage open, ProjectStage stage, Project project, ProjectGround ground)
    {
        // A matter of the stage itself may be applied for again where it was refused; one beside the stages is done once.
        if (open.Matters.FirstOrDefault(matter => IsTakenUp(matter, project, ground)) is { } twice)
        {
            return Refuse(RejectionCode.AlreadyCompleted, $"Expected matter '{twice}' once in project '{project.Code}', but it is handled or approved already.", NameOf(twice, ground));
        }

        var left = project.AddedMatters.Where(added => added.Stage == stage.Code).Select(added => added.Matter)
            .FirstOrDefault(matter => !open.Matters.Contains(matter) && !StageStates.IsApproved(matter, project, ground));
        return left is null
            ? null
            : Refuse(RejectionCode.OperationNotAllowed, $"Expected stage '{stage.Code}' to handle '{left}', which was added to it, but the answers leave it out.", NameOf(left, ground));
    }

    private static bool IsTakenUp(string matter, Project project, ProjectGround ground) =>
        ground.Type.LatestStage(matter, project.Land.WithDesign) is not null
        && (StageStates.IsApproved(matter, project, ground) || ground.Cases.Values.Any(found => found.Matters.TryGetValue(matter, out var state) && !state.HasEnded));

    private static string NameOf(string matter, ProjectGround ground) =>
        ground.Services.Values.SelectMany(service => service.Matters).FirstOrDefault(member => member.Matter.Code == matter)?.Matter.Name ?? matter;
}
