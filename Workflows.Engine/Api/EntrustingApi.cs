using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Api;

/// <summary>Who does the work: assign, pass on, delegate, hand back, hand over, and keep out. Persons are named by their user name.</summary>
internal static class EntrustingApi
{
    public static void MapEntrusting(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/work-items/{caseId}/{workItemId:int}").WithTags("Work items");
        items.MapPost("/assign", (string caseId, int workItemId, EntrustRequest entrust, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, entrust, to => new AssignWorkItem(workItemId, to, entrust.Reason), request, accounts, handler, cancellation)).WithSummary("Give a work item to somebody of the department.").Produces<Receipt>();
        items.MapPost("/delegate", (string caseId, int workItemId, EntrustRequest entrust, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, entrust, to => new DelegateWorkItem(workItemId, to, entrust.Reason ?? string.Empty), request, accounts, handler, cancellation)).WithSummary("Have somebody else prepare a work item.").Produces<Receipt>();
        items.MapPost("/hand-back", async (string caseId, int workItemId, HandBackRequest handBack, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), new HandBackWorkItem(workItemId, handBack.Note), Commands.Id(request), cancellation)))
            .WithSummary("Give a delegated work item back, or take it back.").Produces<Receipt>();
        api.MapPost("/cases/{caseId}/exclusions", (string caseId, EntrustRequest entrust, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, entrust, who => new ExcludeOfficer(who, entrust.Reason ?? string.Empty), request, accounts, handler, cancellation))
            .WithTags("Cases").WithSummary("Keep a person out of a case for a conflict of interest.").Produces<Receipt>();
        api.MapPost("/hand-overs", HandOver).WithTags("Work items").WithSummary("Give all open work of a person to a successor.").Produces<IReadOnlyList<HandedOver>>();
    }

    private static async Task<IResult> Send(
        string caseId, EntrustRequest entrust, Func<Actor, CaseCommand> command, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation) =>
        await accounts.Find(entrust.To) is { } to
            ? Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command(to), Commands.Id(request), cancellation))
            : Problem.NotFound(request, entrust.To);

    private static async Task<IResult> HandOver(HandOverRequest handOver, HttpRequest request, WorkHandOver work, CancellationToken cancellation) =>
        await work.HandOver(handOver.From, handOver.To, handOver.Reason, AccountActor.Of(request.HttpContext.User), cancellation) is { } handed
            ? Results.Ok(handed)
            : Problem.NotFound(request, $"{handOver.From}, {handOver.To}");
}

/// <param name="To">A user name.</param>
public sealed record EntrustRequest(string To, string? Reason = null);

public sealed record HandBackRequest(string? Note = null);

/// <param name="From">The user name of the person who leaves.</param>
/// <param name="To">The successor's.</param>
public sealed record HandOverRequest(string From, string To, string Reason);
