using Workflows.Definitions.Feel;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Api;

/// <summary>Incidents, for administrators: what stops cases, and how they go on.</summary>
internal static class IncidentsApi
{
    public static void MapIncidents(this RouteGroupBuilder api)
    {
        var incidents = api.MapGroup("/incidents").RequireAuthorization(policy => policy.RequireRole(Role.Administrator)).WithTags("Incidents");
        incidents.MapGet("/", async (int? page, int? size, IncidentReader reader, CancellationToken cancellation) =>
            Results.Ok(await reader.List(new PageRequest(page ?? 1, size ?? 20), cancellation))).WithSummary("The cases that cannot go on.").Produces<Page<StoppedCase>>();
        incidents.MapPost("/{caseId}/{incidentId:int}/retry", (string caseId, int incidentId, RetryRequest retry, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new RetryIncident(incidentId, retry.Reason, retry.Variables), request, handler, cancellation)).WithSummary("Try again, with changed variables where some are given.").Produces<Receipt>();
        incidents.MapPost("/{caseId}/{incidentId:int}/skip", (string caseId, int incidentId, SkipRequest skip, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
            Send(caseId, new SkipIncident(incidentId, skip.Reason, skip.FlowId, skip.Values), request, handler, cancellation)).WithSummary("Go on without what the incident stopped.").Produces<Receipt>();
    }

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

/// <param name="Variables">Variables of the case that are set before, e.g. <c>{"form": {…}}</c>.</param>
public sealed record RetryRequest(string Reason, FeelContext? Variables = null);

/// <param name="FlowId">For a gateway: the flow to take.</param>
/// <param name="Values">Values that the activity would have brought.</param>
public sealed record SkipRequest(string Reason, string? FlowId = null, FeelContext? Values = null);
