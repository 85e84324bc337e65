using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Intake;

/// <summary>Takes in what a correction (补正) asked for.</summary>
public sealed class CorrectionIntake(CaseReader cases, FileStore files, ApplicationIntake intake, CaseHandler handler)
{
    /// <summary>Answers a correction; materials and changed fields are checked as at the application.</summary>
    /// <param name="actor">The window, which has to see the case; or the applicant, who has to be known by number and id number before.</param>
    /// <param name="form">Changed form values only; null where none changed.</param>
    public async Task<CommandResult> Answer(
        string caseId,
        int correctionId,
        IReadOnlyList<MaterialFile> materials,
        FeelContext? form,
        string? note,
        Actor actor,
        string commandId,
        CancellationToken cancellation = default)
    {
        var reader = actor.Is(Role.Applicant) ? Actor.Engine : actor;
        if (await cases.Find(caseId, reader, cancellation) is not { } view)
        {
            return new CommandRejected(new Rejected(RejectionCode.NotFound, $"Expected a case '{caseId}' that '{actor.AccountId}' may see, but there is none.", caseId));
        }

        var faults = await Faults(view, materials, form, cancellation);
        if (faults.Count > 0)
        {
            return new CommandRejected(new Rejected(
                RejectionCode.InvalidApplication,
                $"Expected a valid answer to correction '{correctionId}', but {string.Join(", ", faults.Select(fault => $"{fault.Target} is {fault.Code}"))}.",
                view.Definitions.Service.Name)
            { Faults = faults });
        }

        var given = await intake.Given(materials, actor, cancellation);
        return await handler.Send(caseId, actor, new AnswerCorrection(correctionId, given, form, note), commandId, cancellation);
    }

    private async Task<IReadOnlyList<ApplicationFault>> Faults(CaseView view, IReadOnlyList<MaterialFile> materials, FeelContext? form, CancellationToken cancellation)
    {
        var service = view.Definitions.Service;
        var stored = await files.Find(materials.Select(material => material.FileId), cancellation);
        return [.. ApplicationCheck.FileFaults(service, materials, stored), .. form is null ? [] : Changed(view, form)];
    }

    // Faults that were in the form before, under an older rule, are not this answer's.
    private static IEnumerable<ApplicationFault> Changed(CaseView view, FeelContext changed)
    {
        var before = view.Case.Variables["form"] as FeelContext ?? FeelContext.Empty;
        var after = before.With(changed);
        return ApplicationCheck.FormFaults(view.Definitions.Service, after, view.Case.Variables, view.Today)
            .Where(fault => changed.Entries.Any(entry => fault.Target == $"form.{entry.Key}"));
    }
}
