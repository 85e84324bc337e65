using System.Net;
using System.Net.Http.Json;
using System.Text;
using Shouldly;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class WorkItemsApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_an_item_through_its_life()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var clerk = await host.SignedIn("zongchuang");
        var item = $"/api/v1/work-items/{started.Id}/{started.WorkItems.Keys.Single()}";

        (await Post(clerk, $"{item}/claim")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(clerk, $"{item}/release")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var completed = await Post(clerk, $"{item}/complete", new { outcome = "accepted", values = new { number = "A1" } });

        completed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var receipt = await Body(completed);
        ((string?)receipt["caseId"], (int?)receipt["sequence"], (string?)receipt["status"]).ShouldBe((started.Id, 4, "running"));
    }

    [Fact]
    public async Task Hides_another_departments_item_as_if_it_did_not_exist()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var officer = await host.SignedIn("chengguan");
        var item = started.WorkItems.Keys.Single();

        (await Refusal(await Post(officer, $"/api/v1/work-items/{started.Id}/{item}/claim"))).ShouldBe((404, "not-found"));
        (await Refusal(await Post(officer, $"/api/v1/work-items/{started.Id}/99/claim"))).ShouldBe((404, "not-found"));
        (await Refusal(await Post(officer, "/api/v1/work-items/nowhere/1/claim"))).ShouldBe((404, "not-found"));
    }

    [Fact]
    public async Task Refuses_each_wrong_step_with_its_code()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var item = $"/api/v1/work-items/{started.Id}/{started.WorkItems.Keys.Single()}";
        var clerk = await host.SignedIn("zongchuang");
        var head = await host.SignedIn("zongchuang-zhang");

        (await Refusal(await Post(head, $"{item}/claim"))).ShouldBe((403, "not-entitled"));
        (await Refusal(await Post(clerk, $"{item}/release"))).ShouldBe((409, "invalid-state"));
        (await Refusal(await Post(clerk, $"{item}/complete", new { outcome = "perhaps" }))).ShouldBe((422, "unknown-outcome"));
        (await Refusal(await Post(clerk, $"{item}/complete", new { outcome = "refused" }))).ShouldBe((422, "opinion-required"));
        (await Refusal(await Post(clerk, $"{item}/correct", new { points = Array.Empty<object>(), reason = "" }))).ShouldBe((422, "opinion-required"));
        (await Post(clerk, $"{item}/complete", new { outcome = "accepted" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{item}/complete", new { outcome = "accepted" }))).ShouldBe((409, "already-completed"));
    }

    [Fact]
    public async Task Answers_the_same_idempotency_key_with_the_same_receipt()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var clerk = await host.SignedIn("zongchuang");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var complete = $"/api/v1/work-items/{started.Id}/{started.WorkItems.Keys.Single()}/complete";

        var first = await Body(await Post(clerk, complete, new { outcome = "accepted" }));
        var again = await Body(await Post(clerk, complete, new { outcome = "accepted" }));

        again.ToJsonString().ShouldBe(first.ToJsonString());
    }

    [Fact]
    public async Task Asks_for_somebody_to_be_signed_in()
    {
        await using var host = await Start();

        var answer = await Post(host.Anonymous(), "/api/v1/work-items/case-1/1/claim");

        (await Refusal(answer)).ShouldBe((401, "not-signed-in"));
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("{", "zh-CN", "请求无法读取：")]
    [InlineData("{}", "en", "The request cannot be read: ")]
    [InlineData("{\"outcome\": 7}", "en-US,zh;q=0.5", "The request cannot be read: ")]
    [InlineData("{\"outcome\": null}", "zh;q=0.8,en;q=0.2", "请求无法读取：")]
    public async Task Says_in_a_sentence_why_a_request_cannot_be_read(string json, string language, string beginning)
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        clerk.DefaultRequestHeaders.Add("Accept-Language", language);

        var answer = await clerk.PostAsync("/api/v1/work-items/case-1/1/complete", new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);

        (await Refusal(answer)).ShouldBe((400, "malformed-request"));
        ((string?)(await Body(answer))["detail"]).ShouldNotBeNull().ShouldStartWith(beginning);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync(path, null, Cancellation) : client.PostAsJsonAsync(path, body, Cancellation);
}
