using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Workflows.Engine.Hosting;
using Workflows.Engine.Telemetry;

namespace Workflows.Engine.Api;

/// <summary>The interface for other programs: everything under <c>/api/v1</c>, its description, and the health of the node.</summary>
public static class WorkflowsApi
{
    public const string Root = "/api";

    private const long LargestBody = 1024 * 1024;

    /// <summary>Maps the interface; the application has called <see cref="EngineServices.AddWorkflowsEngine"/>.</summary>
    public static void MapWorkflowsApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal), api => api.UseMiddleware<ApiErrors>());
        app.UseRateLimiter();
        var api = app.MapGroup($"{Root}/v1").RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapSignIn();
        api.MapServices();
        api.MapFiles();
        api.MapCases();
        api.MapJournal();
        api.MapInbox();
        api.MapWorkItems();
        api.MapEntrusting();
        api.MapSigning();
        api.MapCirculation();
        api.MapCorrections();
        api.MapClocks();
        api.MapProgress();
        api.MapRatings();
        api.MapAccounts();
        api.MapIncidents();
        api.MapDefinitions();
        api.MapAlerts();
        api.MapSupervision();
        api.MapMigrations();
        api.MapProjects();
        app.MapFallback($"{Root}/{{**rest}}", (HttpRequest request) => Problem.NotFound(request, request.Path)).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapMetrics();
    }
}
