using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;
using Workflows.Engine.Returning;

namespace Workflows.Engine.Api;

/// <summary>Work items: what officers do with them.</summary>
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
        items.MapPost("/recall", (string caseId, int workItemId, ReasonRequest recall, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new RecallWorkItem(workItemId, recall.Reason), request, handler, cancellation)).WithSummary("Take a completed step back before anybody has opened what follows.").Produces<Receipt>();
        items.MapPost("/jump", (string caseId, int workItemId, JumpRequest jump, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new JumpTo(workItemId, jump.ElementId, jump.Reason), request, handler, cancellation)).WithSummary("Put the case at another element, as an administrator.").Produces<Receipt>();
        items.MapGet("/send-back", SendBackTargets).WithSummary("The steps that a work item may be sent back to.").Produces<IReadOnlyList<SendBackTarget>>();
        items.MapPost("/send-back/preview", PreviewSendBack).WithSummary("What sending a work item back would touch.").Produces<SendBackPlan>();
        items.MapPost("/send-back", (string caseId, int workItemId, SendBackRequest back, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, back.Command(workItemId), request, handler, cancellation)).WithSummary("Send a work item back to an earlier step.").Produces<Receipt>();
    }

    private static async Task<IResult> SendBackTargets(string caseId, int workItemId, HttpRequest request, CaseReader cases, TimeProvider time, CancellationToken cancellation)
    {
        var actor = AccountActor.Of(request.HttpContext.User);
        return await cases.Find(caseId, actor, cancellation) is { } view
            ? Results.Ok(SendBackPreview.Targets(view.Case, view.Definitions, actor, time.GetUtcNow(), workItemId))
            : Problem.NotFound(request, caseId);
    }

    private static async Task<IResult> PreviewSendBack(string caseId, int workItemId, SendBackRequest back, HttpRequest request, CaseReader cases, TimeProvider time, CancellationToken cancellation)
    {
        var actor = AccountActor.Of(request.HttpContext.User);
        if (await cases.Find(caseId, actor, cancellation) is not { } view)
        {
            return Problem.NotFound(request, caseId);
        }

        var (plan, rejected) = SendBackPreview.Of(view.Case, view.Definitions, actor, time.GetUtcNow(), back.Command(workItemId));
        return rejected is null ? Results.Ok(plan) : Problem.Of(request, rejected);
    }

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

/// <param name="Values">Values that the step adds, e.g. the number of a certificate.</param>
public sealed record CompleteRequest(string Outcome, string? Opinion = null, FeelContext? Values = null);

/// <param name="To">The step's element id.</param>
/// <param name="Mark">Of the preview: refused with <c>effect-changed</c> where something else would happen by now.</param>
public sealed record SendBackRequest(string To, SendBackReturn Afterwards = SendBackReturn.Again, string Reason = "", string? Mark = null)
{
    internal SendBack Command(int workItemId) => new(workItemId, To, Afterwards, Reason, Mark);
}

public sealed record JumpRequest(string ElementId, string Reason);

public sealed record CorrectRequest(IReadOnlyList<CorrectionPoint> Points, string Reason);
