using Microsoft.AspNetCore.Mvc;
using Workflows.Engine.Accounts;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Api;

/// <summary>The inbox of the account and of its department.</summary>
internal static class InboxApi
{
    public static void MapInbox(this RouteGroupBuilder api) =>
        api.MapGet("/inbox", Read).WithTags("Work items").WithSummary("Open work items, what is due first comes first; with scope `done`, what the account has completed.").Produces<Page<InboxRow>>();

    private static async Task<IResult> Read([AsParameters] InboxListQuery query, HttpRequest request, InboxReader inbox, CancellationToken cancellation) =>
        Results.Ok(await inbox.Read(query.Query, new PageRequest(query.Page ?? 1, query.Size ?? 20), AccountActor.Of(request.HttpContext.User), cancellation));
}

/// <param name="Scope"><c>department</c> where nothing is said, <c>mine</c> or <c>done</c>.</param>
public sealed record InboxListQuery(
    [FromQuery] Code<InboxScope>? Scope,
    [FromQuery] string? Text,
    [FromQuery] string? Service,
    [FromQuery] string? Matter,
    [FromQuery] Code<WorkItemState>? State,
    [FromQuery] bool? Overdue,
    [FromQuery] Code<InboxOrder>? Order,
    [FromQuery] int? Page,
    [FromQuery] int? Size)
{
    internal InboxQuery Query => new(
        Scope?.Value ?? InboxScope.Department, Text, Service, Matter, State?.Value, Overdue ?? false, Order?.Value ?? InboxOrder.Due);
}
