using Workflows.Definitions.Feel;
using Workflows.Engine.Accounts;
using Workflows.Engine.Intake;

namespace Workflows.Engine.Api;

/// <summary>Answers to corrections, taken in by the window.</summary>
internal static class CorrectionsApi
{
    public static void MapCorrections(this RouteGroupBuilder api) =>
        api.MapPost("/cases/{caseId}/corrections/{correctionId:int}/answer", Answer)
            .WithTags("Corrections").WithSummary("Bring what a correction asked for.").Produces<Receipt>();

    private static async Task<IResult> Answer(string caseId, int correctionId, AnswerRequest answer, HttpRequest request, CorrectionIntake intake, CancellationToken cancellation) =>
        Commands.Answer(request, await intake.Answer(
            caseId, correctionId, answer.Materials ?? [], answer.Form, answer.Note, AccountActor.Of(request.HttpContext.User), Commands.Id(request), cancellation));
}

/// <param name="Form">Changed form values only.</param>
public sealed record AnswerRequest(IReadOnlyList<MaterialFile>? Materials = null, FeelContext? Form = null, string? Note = null);
