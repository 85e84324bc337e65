using System.Diagnostics;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Projects;

/// <summary>The answer to a command on a project: what happens, or why not.</summary>
public sealed record ProjectDecision(IReadOnlyList<ProjectEvent> Events, Rejected? Rejection);

/// <summary>Answers a command on a project: pure.</summary>
public static class ProjectDecider
{
    /// <param name="project">Null where the code is new.</param>
    public static ProjectDecision Decide(ProjectCommand command, string code, Project? project, ProjectGround ground, Actor actor, DateTimeOffset now) => command switch
    {
        RegisterProject register => Register(register, code, project, ground, actor, now),
        _ when project is null => Refuse(RejectionCode.NotFound, $"Expected project '{code}', but there is none.", code),
        DropStage drop => project.Cases.Any(opened => opened.CaseId == drop.CaseId) ? Happens(new StageDropped(drop.CaseId, drop.Reason)) : Happens(),
        _ when project.Status is not ProjectStatus.Running => Refuse(
            RejectionCode.InvalidState, $"Expected project '{code}' to be running, but it is {project.Status}.", project.Name, nameof(ProjectStatus.Terminated)),
        OpenStage open => StageOpening.Decide(open, project, ground, actor, now),
        AddMatter add => StageOpening.Decide(add, project, ground, actor),
        ReplaceLead replace => Replace(replace, project, ground, actor),
        RecordRegionalResult record => Record(record.Result, project, ground, actor),
        TerminateProject terminate => Terminate(terminate, project, ground, actor, now),
        _ => throw new UnreachableException($"Expected a decision rule for {command.GetType().Name}, but found none."),
    };

    internal static ProjectDecision Happens(params ProjectEvent[] events) => new(events, null);

    internal static ProjectDecision Refuse(RejectionCode code, string message, params string[] arguments) => new([], new Rejected(code, message, arguments));

    /// <summary>The refusal of an actor who is neither the window nor an administrator; null for one who is.</summary>
    internal static ProjectDecision? NotEntitled(Actor actor, string code) =>
        actor.Is(Role.WindowClerk) || actor.Is(Role.Administrator)
            ? null
            : Refuse(RejectionCode.NotEntitled, $"Expected post '{Role.WindowClerk}' for project '{code}', but '{actor.AccountId}' is not.", code, Role.WindowClerk);

    private static ProjectDecision Register(RegisterProject register, string code, Project? project, ProjectGround ground, Actor actor, DateTimeOffset now)
    {
        if (NotEntitled(actor, code) is { } refusal)
        {
            return refusal;
        }

        if (!ProjectCode.IsWellFormed(code))
        {
            return Refuse(RejectionCode.ProjectCodeInvalid, $"Expected a project code as 2026-320402-47-01-102835, but it is '{code}'.", code);
        }

        if (project is not null)
        {
            return Refuse(RejectionCode.InvalidState, $"Expected project '{code}' to be new, but it was registered on {project.RegisteredAt:O}.", project.Name, nameof(ProjectStatus.Running));
        }

        return Happens(new ProjectRegistered(new Project
        {
            Code = code,
            Name = register.Name,
            Type = ground.Type.Code,
            TypeVersion = ground.TypeVersion,
            Investment = register.Investment,
            Builder = register.Builder,
            Scale = register.Scale,
            Land = register.Land,
            RegisteredAt = now,
        }));
    }

    private static ProjectDecision Replace(ReplaceLead replace, Project project, ProjectGround ground, Actor actor)
    {
        if (NotEntitled(actor, project.Code) is { } refusal)
        {
            return refusal;
        }

        if (ground.Type.StagesFor(project.Land.WithDesign).FirstOrDefault(stage => stage.Code == replace.Stage) is not { } stage)
        {
            return Refuse(RejectionCode.NotFound, $"Expected a stage '{replace.Stage}' of project '{project.Code}', but there is none.", replace.Stage);
        }

        if (!ground.Departments.ContainsKey(replace.Department))
        {
            return Refuse(RejectionCode.DepartmentAbolished, $"Expected a department to lead stage '{stage.Code}', but there is no '{replace.Department}'.", replace.Department, stage.Name);
        }

        return string.IsNullOrWhiteSpace(replace.Basis)
            ? Refuse(RejectionCode.BasisRequired, $"Expected a basis for another lead of stage '{stage.Code}', but there is none.", stage.Name)
            : Happens(new LeadReplaced(stage.Code, project.LeadOf(stage), replace.Department, replace.Basis));
    }

    private static ProjectDecision Record(RegionalResult result, Project project, ProjectGround ground, Actor actor)
    {
        if (NotEntitled(actor, project.Code) is { } refusal)
        {
            return refusal;
        }

        return result.ValidUntil < ground.Today
            ? Refuse(RejectionCode.DocumentExpired, $"Expected regional result '{result.Number}' to hold on {ground.Today:O}, but it held until {result.ValidUntil:O}.", result.Name, $"{result.ValidUntil:O}")
            : Happens(new RegionalResultRecorded(result));
    }

    private static ProjectDecision Terminate(TerminateProject terminate, Project project, ProjectGround ground, Actor actor, DateTimeOffset now)
    {
        if (NotEntitled(actor, project.Code) is { } refusal)
        {
            return refusal;
        }

        if (ground.Cases.Values.FirstOrDefault(found => found.Status is CaseStatus.Running) is { } running)
        {
            return Refuse(RejectionCode.InvalidState, $"Expected no case of project '{project.Code}' to run, but '{running.Number}' does.", project.Name, nameof(StageState.Running));
        }

        return string.IsNullOrWhiteSpace(terminate.Reason)
            ? Refuse(RejectionCode.ReasonRequired, $"Expected reasons to end project '{project.Code}', but there are none.", project.Name)
            : Happens(new ProjectTerminated(terminate.Reason, now));
    }
}
