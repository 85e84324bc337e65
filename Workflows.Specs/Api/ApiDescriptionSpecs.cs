using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shouldly;
using Workflows.Engine.Sweeping;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class ApiDescriptionSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describes_every_route_with_a_summary()
    {
        await using var host = await Start();

        var document = await Body(await host.Anonymous().GetAsync("/openapi/v1.json", Cancellation));

        document["paths"]!.AsObject().Select(path => path.Key).ShouldBe(
            [
                "/api/v1/sign-in", "/api/v1/sign-in/refresh", "/api/v1/sign-out", "/api/v1/me",
                "/api/v1/services", "/api/v1/services/{code}/guidance",
                "/api/v1/files", "/api/v1/cases", "/api/v1/cases/{caseId}", "/api/v1/cases/{caseId}/files/{fileId}",
                "/api/v1/cases/{caseId}/journal", "/api/v1/cases/{caseId}/journal/verify", "/api/v1/cases/{caseId}/corrections/{correctionId}/answer",
                "/api/v1/cases/{caseId}/clocks/{clockId}/explanation", "/api/v1/cases/{caseId}/clocks/{clockId}/extend", "/api/v1/cases/{caseId}/time",
                "/api/v1/cases/{caseId}/special-procedures", "/api/v1/cases/{caseId}/special-procedures/{procedureId}/close",
                "/api/v1/cases/{caseId}/matters/{matter}/overdue-document",
                "/api/v1/inbox",
                "/api/v1/work-items/{caseId}/{workItemId}/claim", "/api/v1/work-items/{caseId}/{workItemId}/release",
                "/api/v1/work-items/{caseId}/{workItemId}/complete", "/api/v1/work-items/{caseId}/{workItemId}/correct",
                "/api/v1/work-items/{caseId}/{workItemId}/send-back", "/api/v1/work-items/{caseId}/{workItemId}/send-back/preview",
                "/api/v1/work-items/{caseId}/{workItemId}/recall", "/api/v1/work-items/{caseId}/{workItemId}/jump",
                "/api/v1/work-items/{caseId}/{workItemId}/assign", "/api/v1/work-items/{caseId}/{workItemId}/delegate", "/api/v1/work-items/{caseId}/{workItemId}/hand-back",
                "/api/v1/work-items/{caseId}/{workItemId}/remind", "/api/v1/cases/{caseId}/copies", "/api/v1/cases/{caseId}/copies/read", "/api/v1/cases/{caseId}/comments",
                "/api/v1/work-items/{caseId}/{workItemId}/signers", "/api/v1/work-items/{caseId}/{workItemId}/signers/{signerItemId}/remove",
                "/api/v1/cases/{caseId}/withdraw", "/api/v1/cases/{caseId}/terminate", "/api/v1/cases/{caseId}/exclusions", "/api/v1/hand-overs",
                "/api/v1/progress/{number}", "/api/v1/progress/{number}/ratings", "/api/v1/cases/{caseId}/matters/{matter}/rectification",
                "/api/v1/definitions",
                "/api/v1/alerts", "/api/v1/alerts/{alertId}", "/api/v1/alerts/{alertId}/answer", "/api/v1/alerts/{alertId}/appeal",
                "/api/v1/alerts/{alertId}/decide-appeal", "/api/v1/alerts/{alertId}/confirm", "/api/v1/alerts/{alertId}/dismiss",
                "/api/v1/alerts/{alertId}/send-back", "/api/v1/alerts/{alertId}/close",
                "/api/v1/supervision/board", "/api/v1/supervision/rules", "/api/v1/supervision/heartbeat",
                "/api/v1/supervision/scores/{month}", "/api/v1/supervision/scores/{month}.csv", "/api/v1/supervision/scores/{month}/close",
                "/api/v1/migrations",
                "/api/v1/projects", "/api/v1/projects/plan", "/api/v1/projects/forwarding", "/api/v1/projects/{code}", "/api/v1/projects/{code}/stages/{stage}",
                "/api/v1/projects/{code}/stages/{stage}/matters", "/api/v1/projects/{code}/stages/{stage}/lead", "/api/v1/projects/{code}/regional-results",
                "/api/v1/projects/{code}/terminate", "/api/v1/projects/{code}/exchange", "/api/v1/projects/{code}/exchange/{table}.csv", "/api/v1/projects/{code}/exchange/{table}/uploads",
                "/api/v1/accounts", "/api/v1/accounts/{userName}", "/api/v1/accounts/{userName}/password", "/api/v1/accounts/{userName}/lock", "/api/v1/accounts/{userName}/unlock",
                "/api/v1/incidents", "/api/v1/incidents/{caseId}/{incidentId}/retry", "/api/v1/incidents/{caseId}/{incidentId}/skip",
            ],
            ignoreOrder: true);
        Operations(document).ShouldAllBe(operation => !string.IsNullOrEmpty((string?)operation["summary"]));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Tells_the_health_without_signing_in(string path)
    {
        await using var host = await Start();
        host.Get<SweepHeartbeat>().Beat(TestEngine.Monday);

        (await host.Anonymous().GetStringAsync(path, Cancellation)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Is_not_ready_while_nobody_has_looked_after_time()
    {
        var heartbeat = new SweepHeartbeat();
        var health = new SweepHealth(heartbeat, Options.Create(new SweepOptions()), new FakeTime(TestEngine.Monday));

        heartbeat.Beat(TestEngine.Monday.AddSeconds(-13));
        (await health.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.ShouldBe(HealthStatus.Unhealthy);
        heartbeat.Beat(TestEngine.Monday.AddSeconds(-12));
        (await health.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.ShouldBe(HealthStatus.Healthy);
    }

    private static IEnumerable<JsonObject> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select operation.Value!.AsObject();
}
