using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class IncidentsApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_the_cases_that_cannot_go_on_to_administrators_only()
    {
        await using var host = await Stopped();
        using var administrator = await host.SignedIn("guanli");
        using var officer = await host.SignedIn("shijian");

        var page = await Body(await administrator.GetAsync("/api/v1/incidents", Cancellation));

        ((int?)page["total"]).ShouldBe(1);
        var stopped = page["items"]![0]!;
        ((string?)stopped["caseId"], (string?)stopped["serviceName"]).ShouldBe(("case-1", "制证"));
        ((string?)stopped["incidents"]![0]!["message"]).ShouldBe("Expected gateway 'size' to find a true condition or a default flow, but found neither.");
        (await officer.GetAsync("/api/v1/incidents", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Goes_on_once_a_variable_was_changed_and_writes_it_into_the_journal()
    {
        await using var host = await Stopped();
        using var administrator = await host.SignedIn("guanli");
        var path = await Incident(administrator);

        var answer = await administrator.PostAsJsonAsync($"{path}/retry", new { reason = "申请人补报面积", variables = new { form = new { size = 620 } } }, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string?)(await Body(answer))["status"]).ShouldBe("completed");
        ((int?)(await Body(await administrator.GetAsync("/api/v1/incidents", Cancellation)))["total"]).ShouldBe(0);
        var journal = JsonNode.Parse(await administrator.GetStringAsync("/api/v1/cases/case-1/journal", Cancellation))!.AsArray();
        ((string?)journal[^1]!["command"], (string?)journal[^1]!["actor"]!["name"]).ShouldBe(("retry-incident", (string?)(await Body(await administrator.GetAsync("/api/v1/me", Cancellation)))["name"]));
        journal[^1]!["events"]!.ToJsonString().ShouldContain("incident-resolved");
    }

    [Theory]
    [InlineData("to-small", HttpStatusCode.OK, null)]
    [InlineData("elsewhere", HttpStatusCode.UnprocessableEntity, "unknown-outcome")]
    [InlineData(null, HttpStatusCode.UnprocessableEntity, "unknown-outcome")]
    public async Task Takes_the_flow_that_the_administrator_names(string? flow, HttpStatusCode status, string? code)
    {
        await using var host = await Stopped();
        using var administrator = await host.SignedIn("guanli");

        var answer = await administrator.PostAsJsonAsync($"{await Incident(administrator)}/skip", new { reason = "现场核定为小型", flowId = flow }, Cancellation);

        answer.StatusCode.ShouldBe(status);
        (await Refusal(answer)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("skip")]
    public async Task Wants_a_reason(string act)
    {
        await using var host = await Stopped();
        using var administrator = await host.SignedIn("guanli");

        (await Refusal(await administrator.PostAsJsonAsync($"{await Incident(administrator)}/{act}", new { reason = " " }, Cancellation))).ShouldBe((422, "reason-required"));
    }

    [Fact]
    public async Task Knows_no_incident_that_is_not_there()
    {
        await using var host = await Stopped();
        using var administrator = await host.SignedIn("guanli");

        (await Refusal(await administrator.PostAsJsonAsync("/api/v1/incidents/case-1/999/retry", new { reason = "重试" }, Cancellation))).ShouldBe((404, "not-found"));
    }

    /// <summary>A host with a case that stands before a gateway, because nobody has given the size.</summary>
    private static async Task<ApiHost> Stopped()
    {
        var host = await Start();
        host.Get<DefinitionStore>().Remember(ConnectedService.Published());
        var handler = host.Get<CaseHandler>();
        var started = TestEngine.Accepted(await handler.Send("case-1", SampleService.Clerk, ConnectedService.Start, cancellation: Cancellation)).Case;
        var seal = started.Instances.Values.Single(instance => instance.ElementId == "seal");
        TestEngine.Accepted(await handler.Send("case-1", Actor.Engine, new CompleteActivity(seal.Id), cancellation: Cancellation));
        return host;
    }

    private static async Task<string> Incident(HttpClient administrator)
    {
        var page = await Body(await administrator.GetAsync("/api/v1/incidents", Cancellation));
        return $"/api/v1/incidents/case-1/{page["items"]![0]!["incidents"]![0]!["id"]}";
    }
}
