using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Api;

/// <summary>Clocks: how each comes to its due day, and the acts by which they stand, go on and take longer.</summary>
internal static class ClocksApi
{
    public static void MapClocks(this RouteGroupBuilder api)
    {
        var of = api.MapGroup("/cases/{caseId}").WithTags("Clocks");
        of.MapGet("/clocks/{clockId:int}/explanation", Explain).WithSummary("How a clock comes to its due day, day by day.").Produces<ClockExplanation>();
        of.MapGet("/time", Sums).WithSummary("The working days of a case by whose time they were.").Produces<IReadOnlyDictionary<TimeOwner, decimal>>();
        of.MapPost("/clocks/{clockId:int}/extend", (string caseId, int clockId, ExtendRequest extend, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new ExtendLimit(clockId, extend.Amount, extend.Approver, extend.Document, extend.Reason), request, handler, cancellation)).WithSummary("Extend a limit, once.").Produces<Receipt>();
        of.MapPost("/special-procedures", (string caseId, OpenSpecialProcedure open, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, open, request, handler, cancellation)).WithSummary("Begin a special procedure; the clocks that it holds stand.").Produces<Receipt>();
        of.MapPost("/special-procedures/{procedureId:int}/close", (string caseId, int procedureId, CloseRequest close, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new CloseSpecialProcedure(procedureId, close.Result), request, handler, cancellation)).WithSummary("End a special procedure with its result; the clocks go on.").Produces<Receipt>();
        of.MapPost("/matters/{matter}/overdue-document", (string caseId, string matter, OverdueDocumentRequest issue, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new IssueOverdueDocument(matter, issue.Values), request, handler, cancellation)).WithSummary("Issue what is owed after silent consent.").Produces<Receipt>();
    }

    private static async Task<IResult> Explain(string caseId, int clockId, HttpRequest request, CaseReader cases, CancellationToken cancellation) =>
        await cases.Find(caseId, AccountActor.Of(request.HttpContext.User), cancellation) is { } view && view.Case.Clocks.TryGetValue(clockId, out var clock)
            ? Results.Ok(view.Explain(clock))
            : Problem.NotFound(request, $"{caseId}/clocks/{clockId}");

    private static async Task<IResult> Sums(string caseId, HttpRequest request, CaseReader cases, CancellationToken cancellation) =>
        await cases.Find(caseId, AccountActor.Of(request.HttpContext.User), cancellation) is { } view
            ? Results.Ok(view.TimeByOwner())
            : Problem.NotFound(request, caseId);

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

/// <param name="Amount">In the limit's unit.</param>
/// <param name="Document">The number of the approval.</param>
/// <param name="Reason">As the applicant was told.</param>
public sealed record ExtendRequest(decimal Amount, string Approver, string Document, string Reason);

public sealed record CloseRequest(string Result);

/// <param name="Values">E.g. the number of the document.</param>
public sealed record OverdueDocumentRequest(FeelContext? Values = null);
