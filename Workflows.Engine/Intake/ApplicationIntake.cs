using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Materials;

namespace Workflows.Engine.Intake;

/// <summary>Takes applications in (收件): checks them whole, and starts a case for each that is complete.</summary>
public sealed class ApplicationIntake(DefinitionStore definitions, FileStore files, CaseHandler handler, TimeProvider time)
{
    /// <summary>Checks an application without storing anything; no faults mean that it can be submitted.</summary>
    public async Task<IReadOnlyList<ApplicationFault>> Check(Application application, CancellationToken cancellation = default) =>
        await definitions.FindCurrent(application.ServiceCode, cancellation) is { } service
            ? await Faults(application, service.Definitions, cancellation)
            : [];

    /// <summary>Starts a case from an application; one with faults is refused and leaves nothing behind.</summary>
    /// <param name="commandId">The same id from the same actor means the same case, however often it is sent.</param>
    /// <returns><see cref="RejectionCode.InvalidApplication"/> with every fault; <see cref="RejectionCode.NotEntitled"/> for others than applicants and window clerks.</returns>
    public async Task<CommandResult> Submit(Application application, Actor actor, string commandId, CancellationToken cancellation = default)
    {
        if (!actor.Is(Role.Applicant) && !actor.Is(Role.WindowClerk))
        {
            return Reject(new Rejected(
                RejectionCode.NotEntitled,
                $"Expected an applicant or the window to apply for service '{application.ServiceCode}', but '{actor.AccountId}' is neither.",
                application.ServiceCode,
                Role.WindowClerk));
        }

        if (await definitions.FindCurrent(application.ServiceCode, cancellation) is not { Definitions: var set })
        {
            return Reject(new Rejected(
                RejectionCode.UnknownService,
                $"Expected a service '{application.ServiceCode}', but there is none in force.",
                application.ServiceCode));
        }

        var faults = await Faults(application, set, cancellation);
        if (faults.Count > 0)
        {
            return Reject(new Rejected(
                RejectionCode.InvalidApplication,
                $"Expected a complete application for service '{application.ServiceCode}', but {string.Join(", ", faults.Select(fault => $"{fault.Target} is {fault.Code}"))}.",
                set.Service.Name)
            { Faults = faults });
        }

        var materials = await Given(application.Materials, actor, cancellation);
        var start = new StartCase("", set.Service.Code, set.Service.Version, application.Applicant, application.Answers, application.Form, materials, application.Channel);
        return await handler.Send(Application.CaseIdOf(actor, commandId), actor, start, commandId, cancellation);
    }

    /// <summary>The stored files as materials that somebody gives now.</summary>
    internal async Task<IReadOnlyList<GivenMaterial>> Given(IReadOnlyList<MaterialFile> materials, Actor actor, CancellationToken cancellation)
    {
        var stored = await files.Find(materials.Select(material => material.FileId), cancellation);
        return [.. materials.Select(material => (material, file: stored[material.FileId])).Select(given => new GivenMaterial(
            given.material.Code,
            given.file.Id,
            given.material.FileName ?? given.file.Name,
            given.file.ContentType,
            given.file.Size,
            time.GetUtcNow(),
            actor.Name))];
    }

    private async Task<IReadOnlyList<ApplicationFault>> Faults(Application application, DefinitionSet set, CancellationToken cancellation)
    {
        var stored = await files.Find(application.Materials.Select(material => material.FileId), cancellation);
        return [.. ApplicationCheck.Faults(application, set, stored, RegionDay.Of(time.GetUtcNow(), set.Calendar))];
    }

    private static CommandRejected Reject(Rejected rejected) => new(rejected);
}
