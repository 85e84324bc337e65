using Workflows.Definitions.Feel;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;

namespace Workflows.Engine.Projects;

/// <summary>An application for a stage: what the project does not know yet.</summary>
/// <param name="Form">Values beside those that the project and its earlier stages know; they go before them.</param>
/// <param name="Materials">Materials beside those that the project has.</param>
public sealed record StageApplication(FeelContext Answers, FeelContext Form, IReadOnlyList<MaterialFile> Materials, string Channel);

/// <summary>Takes in the application for a stage: everything that was submitted before is taken over.</summary>
/// <remarks>
/// The project is written before the case: a crash in between leaves a stage whose case never came to be, which counts for nothing and is
/// opened again by the next application.
/// </remarks>
public sealed class ProjectIntake(ProjectReader projects, ProjectHandler handler, ApplicationIntake intake)
{
    /// <returns>The case, or why the stage may not be opened.</returns>
    public async Task<CommandResult> Open(string code, string stageCode, StageApplication application, Actor actor, CancellationToken cancellation = default)
    {
        if (await projects.Load(code, actor, cancellation) is not { } loaded)
        {
            return Refused(new Rejected(RejectionCode.NotFound, $"Expected project '{code}', but '{actor.AccountId}' may see no such project.", code));
        }

        var (project, ground) = (loaded.Project, loaded.Ground);
        if (ground.Type.StagesFor(project.Land.WithDesign).FirstOrDefault(known => known.Code == stageCode) is not { } stage)
        {
            return Refused(new Rejected(RejectionCode.NotFound, $"Expected a stage '{stageCode}' of project '{code}', but there is none.", stageCode));
        }

        if (ground.Services.GetValueOrDefault(stage.Service) is not { } service)
        {
            return Refused(new Rejected(RejectionCode.UnknownService, $"Expected a service '{stage.Service}' for stage '{stageCode}', but there is none in force.", stage.Service));
        }

        if (StageNeeds.Contradiction(service, application, project) is { } field)
        {
            return Refused(new Rejected(RejectionCode.ContradictingAnswer, $"Expected '{field.Name}' to be as project '{code}' was registered, but it contradicts it.", field.Label));
        }

        var commandId = $"{code}/{stageCode}/{project.Cases.Count + 1}";
        var (whole, opening) = Prepare(application, stage, service, loaded, actor, commandId);
        if (ProjectDecider.Decide(opening, code, project, ground, actor, DateTimeOffset.UnixEpoch).Rejection is { } early)
        {
            return Refused(early);
        }

        if (await intake.Check(whole, cancellation) is { Count: > 0 } faults)
        {
            return Refused(new Rejected(
                RejectionCode.InvalidApplication,
                $"Expected a complete application for stage '{stageCode}', but {string.Join(", ", faults.Select(fault => $"{fault.Target} is {fault.Code}"))}.",
                stage.Name)
            { Faults = faults });
        }

        if ((await handler.Send(code, actor, opening, cancellation)).Rejection is { } refused)
        {
            return Refused(refused);
        }

        var result = await intake.Submit(whole, actor, commandId, cancellation);
        if (result is CommandRejected rejected)
        {
            await handler.Send(code, Actor.Engine, new DropStage(opening.CaseId, rejected.Rejection.Message), cancellation);
        }

        return result;
    }

    private static (Application Application, OpenStage Opening) Prepare(StageApplication application, ProjectStage stage, ServiceDefinition service, LoadedProject loaded, Actor actor, string commandId)
    {
        var guidance = StageNeeds.Guide(service, application.Answers);
        var given = application.Materials.Select(material => material.Code).ToHashSet(StringComparer.Ordinal);
        var reused = MaterialReuse.Of([.. guidance.Materials.Select(needed => needed.Material).Where(material => !given.Contains(material.Code))], loaded.Project, loaded.Ground);
        var materials = application.Materials.Concat(reused.Where(material => material.FileId is not null).Select(material => new MaterialFile(material.Material, material.FileId!, material.FileName)));
        var whole = new Application(
            service.Code, loaded.Project.Builder, application.Answers, StageNeeds.Form(service, application.Form, loaded.Project, loaded.Ground), [.. materials], application.Channel);
        return (whole, new OpenStage(stage.Code, Application.CaseIdOf(actor, commandId), [.. guidance.Matters.Select(member => member.Matter.Code)], reused));
    }

    private static CommandRejected Refused(Rejected rejected) => new(rejected);
}
