using Microsoft.AspNetCore.Mvc;
using Workflows.Definitions.Feel;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Api;

/// <summary>Cases: started by an application, found by those who take part.</summary>
internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapPost("/", Start).WithSummary("Start a case from an application.").Produces<Receipt>(StatusCodes.Status201Created);
        cases.MapGet("/", Search).WithSummary("Find cases that the account may see, newest first.").Produces<Page<CaseListRow>>();
        cases.MapGet("/{caseId}", Find).WithSummary("A case as it stands, its clocks explained.").Produces<CaseDocument>();
        cases.MapPost("/{caseId}/withdraw", (string caseId, WithdrawRequest withdraw, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new WithdrawApplication(withdraw.Reason, withdraw.Matter), request, handler, cancellation)).WithSummary("Withdraw an application, or one matter of it, for its applicant.").Produces<Receipt>();
        cases.MapPost("/{caseId}/terminate", (string caseId, TerminateCase terminate, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, terminate, request, handler, cancellation)).WithSummary("End a case without a decision.").Produces<Receipt>();
    }

    private static async Task<IResult> Start(ApplicationRequest application, HttpRequest request, ApplicationIntake intake, CancellationToken cancellation) =>
        Commands.Answer(request, await intake.Submit(application.Application, AccountActor.Of(request.HttpContext.User), Commands.Id(request), cancellation));

    private static async Task<IResult> Search([AsParameters] CaseListQuery query, HttpRequest request, CaseReader cases, CancellationToken cancellation) =>
        Results.Ok(await cases.Search(query.Search, new PageRequest(query.Page ?? 1, query.Size ?? 20), AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));

    private static async Task<IResult> Find(string caseId, HttpRequest request, CaseReader cases, CancellationToken cancellation) =>
        await cases.Find(caseId, AccountActor.Of(request.HttpContext.User), cancellation) is { } view
            ? Results.Ok(CaseDocument.Of(view))
            : Problem.NotFound(request, caseId);
}

/// <param name="Matter">By code; null for the whole application.</param>
public sealed record WithdrawRequest(string Reason, string? Matter = null);

/// <summary>An application as it is sent.</summary>
/// <param name="Channel">How it came in; <c>api</c> where nothing is said.</param>
public sealed record ApplicationRequest(
    string ServiceCode,
    Applicant Applicant,
    FeelContext? Answers = null,
    FeelContext? Form = null,
    IReadOnlyList<MaterialFile>? Materials = null,
    string Channel = "api")
{
    internal Application Application => new(ServiceCode, Applicant, Answers ?? FeelContext.Empty, Form ?? FeelContext.Empty, Materials ?? [], Channel);
}

/// <param name="Text">The beginning of a case number, a part of the applicant's name, or the applicant's whole id number.</param>
public sealed record CaseListQuery(
    [FromQuery] string? Text,
    [FromQuery] Code<CaseStatus>? Status,
    [FromQuery] string? Service,
    [FromQuery] DateOnly? From,
    [FromQuery] DateOnly? Until,
    [FromQuery] bool? Overdue,
    [FromQuery] int? Page,
    [FromQuery] int? Size)
{
    internal CaseSearch Search => new(Text, Status?.Value, Service, From, Until, Overdue ?? false);
}
