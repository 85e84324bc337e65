using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;

namespace Workflows.Engine.Api;

/// <summary>What people tell each other of a case: reminders, copies and comments. Persons are named by their user name.</summary>
internal static class CirculationApi
{
    public static void MapCirculation(this RouteGroupBuilder api)
    {
        api.MapPost("/work-items/{caseId}/{workItemId:int}/remind", (string caseId, int workItemId, RemindRequest remind, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new RemindWorkItem(workItemId, remind.Note), request, handler, cancellation)).WithTags("Work items").WithSummary("Remind of a work item, at most once a day.").Produces<Receipt>();
        var cases = api.MapGroup("/cases/{caseId}").WithTags("Cases");
        cases.MapPost("/copies", Copy).WithSummary("Copy a case to people who may see it.").Produces<Receipt>();
        cases.MapPost("/copies/read", (string caseId, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new MarkCopyRead(), request, handler, cancellation)).WithSummary("Mark one's copy of a case read.").Produces<Receipt>();
        cases.MapPost("/comments", (string caseId, CommentOnCase comment, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, comment, request, handler, cancellation)).WithSummary("Comment on a case or one of its work items, for the office only.").Produces<Receipt>();
    }

    private static async Task<IResult> Copy(string caseId, CopyRequest copy, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation)
    {
        var people = new List<Actor>();
        foreach (var userName in copy.To)
        {
            if (await accounts.Find(userName) is not { } person)
            {
                return Problem.NotFound(request, userName);
            }

            people.Add(person);
        }

        return await Send(caseId, new CopyCase(people, copy.Note), request, handler, cancellation);
    }

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

public sealed record RemindRequest(string? Note = null);

/// <param name="To">User names.</param>
public sealed record CopyRequest(IReadOnlyList<string> To, string? Note = null);
