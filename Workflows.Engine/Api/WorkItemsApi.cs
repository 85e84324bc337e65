using Workflows.Definitions.Feel;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Handling;

namespace Workflows.Engine.Api;

/// <summary>Work items: claim, release, complete, and ask for a correction.</summary>
internal static class WorkItemsApi
{
    public static void MapWorkItems(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/work-items/{caseId}/{workItemId:int}").WithTags("Work items");
        items.MapPost("/claim", (string caseId, int workItemId, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new ClaimWorkItem(workItemId), request, handler, cancellation)).WithSummary("Take a work item.").Produces<Receipt>();
        items.MapPost("/release", (string caseId, int workItemId, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new ReleaseWorkItem(workItemId), request, handler, cancellation)).WithSummary("Put a claimed work item back.").Produces<Receipt>();
        items.MapPost("/complete", (string caseId, int workItemId, CompleteRequest complete, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new CompleteWorkItem(workItemId, complete.Outcome, complete.Opinion, complete.Values), request, handler, cancellation)).WithSummary("Complete a work item with an outcome.").Produces<Receipt>();
        items.MapPost("/correct", (string caseId, int workItemId, CorrectRequest correct, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new RequestCorrection(workItemId, correct.Points, correct.Reason), request, handler, cancellation)).WithSummary("Tell the applicant once everything that is missing.").Produces<Receipt>();
    }

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

/// <param name="Values">Values that the step adds, e.g. the number of a certificate.</param>
public sealed record CompleteRequest(string Outcome, string? Opinion = null, FeelContext? Values = null);

public sealed record CorrectRequest(IReadOnlyList<CorrectionPoint> Points, string Reason);
