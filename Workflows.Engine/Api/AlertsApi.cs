using Microsoft.AspNetCore.Mvc;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Accounts;
using Workflows.Engine.Lookup;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Engine.Api;

/// <summary>Alerts: found by those whom they concern, answered and appealed by the department, decided by supervisors.</summary>
internal static class AlertsApi
{
    public static void MapAlerts(this RouteGroupBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts.MapGet("/", Search).WithSummary("Find alerts that the account may see, newest first.").Produces<Page<AlertListRow>>();
        alerts.MapGet("/{alertId}", Find).WithSummary("An alert with its evidence, its clock explained day by day, and all that was said (督办单).").Produces<Alert>();
        alerts.MapPost("/{alertId}/answer", (string alertId, AlertText text, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new AnswerAlert(text.Text), request, handler, cancellation)).WithSummary("Answer an alert.").Produces<Alert>();
        alerts.MapPost("/{alertId}/appeal", (string alertId, AlertText text, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new AppealAlert(text.Text), request, handler, cancellation)).WithSummary("Appeal against an alert.").Produces<Alert>();
        alerts.MapPost("/{alertId}/decide-appeal", (string alertId, AppealDecision decision, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new DecideAppeal(decision.Ruling, decision.Reason), request, handler, cancellation)).WithSummary("Decide an appeal: withdraw, return or escalate.").Produces<Alert>();
        alerts.MapPost("/{alertId}/confirm", (string alertId, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new ConfirmAlert(), request, handler, cancellation)).WithSummary("Issue a proposed alert.").Produces<Alert>();
        alerts.MapPost("/{alertId}/dismiss", (string alertId, AlertText text, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new DismissAlert(text.Text), request, handler, cancellation)).WithSummary("Do not issue a proposed alert.").Produces<Alert>();
        alerts.MapPost("/{alertId}/send-back", (string alertId, AlertText text, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new SendReplyBack(text.Text), request, handler, cancellation)).WithSummary("Take an answer for none.").Produces<Alert>();
        alerts.MapPost("/{alertId}/close", (string alertId, HttpRequest request, AlertHandler handler, CancellationToken cancellation) =>
            Send(alertId, new CloseAlert(), request, handler, cancellation)).WithSummary("Accept the answer.").Produces<Alert>();
    }

    private static async Task<IResult> Search([AsParameters] AlertListQuery query, HttpRequest request, AlertReader alerts, CancellationToken cancellation) =>
        Results.Ok(await alerts.Search(query.Query, new PageRequest(query.Page ?? 1, query.Size ?? 20), AccountActor.Of(request.HttpContext.User), cancellation));

    private static async Task<IResult> Find(string alertId, HttpRequest request, AlertReader alerts, CancellationToken cancellation) =>
        await alerts.Find(alertId, AccountActor.Of(request.HttpContext.User), cancellation) is { } alert ? Results.Ok(alert) : Problem.NotFound(request, alertId);

    private static async Task<IResult> Send(string alertId, AlertCommand command, HttpRequest request, AlertHandler handler, CancellationToken cancellation)
    {
        var result = await handler.Send(alertId, AccountActor.Of(request.HttpContext.User), command, cancellation);
        return result.Rejection is { } rejection ? Problem.Of(request, rejection) : Results.Ok(result.Alert);
    }
}

/// <summary>An answer, or reasons.</summary>
public sealed record AlertText(string Text);

public sealed record AppealDecision(AppealRuling Ruling, string Reason);

/// <param name="Text">The beginning of a case number, or a part of the alert's or the officer's name.</param>
public sealed record AlertListQuery(
    [FromQuery] string? Text,
    [FromQuery] Code<SupervisionFamily>? Family,
    [FromQuery] Code<AlertLevel>? Level,
    [FromQuery] Code<AlertState>? State,
    [FromQuery] string? Department,
    [FromQuery] string? CaseId,
    [FromQuery] bool? Open,
    [FromQuery] int? Page,
    [FromQuery] int? Size)
{
    internal AlertQuery Query => new(Text, Family?.Value, Level?.Value, State?.Value, Department, CaseId, OpenOnly: Open ?? false);
}
