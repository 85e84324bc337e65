using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.Accounts;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

/// <summary>Giving work to persons, keeping them out, and what only heads and administrators do, over the wire.</summary>
public sealed class EntrustingApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_delegated_comes_back_to_its_holder()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var second = await WithSecondClerk(host);
        var (_, item) = await Claimed(host, clerk);

        (await Refusal(await Post(clerk, $"{item}/delegate", new { to = "second" }))).ShouldBe((422, "opinion-required"));
        (await Post(clerk, $"{item}/delegate", new { to = "second", reason = "外出" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(second, $"{item}/complete", new { outcome = "accepted" }))).ShouldBe((409, "delegated"));
        (await Post(second, $"{item}/hand-back", new { note = "材料齐全" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(clerk, $"{item}/complete", new { outcome = "accepted" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_kept_out_loses_the_work_and_gets_none()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var head = await host.SignedIn("zongchuang-zhang");
        var (path, item) = await Claimed(host, clerk);

        (await Refusal(await Post(await host.SignedIn("shijian"), $"{path}/exclusions", new { to = "zongchuang", reason = "近亲属" }))).ShouldBe((403, "not-entitled"));
        (await Refusal(await Post(clerk, $"{path}/exclusions", new { to = "zongchuang" }))).ShouldBe((422, "reason-required"));
        (await Refusal(await Post(clerk, $"{path}/exclusions", new { to = "nobody", reason = "近亲属" }))).ShouldBe((404, "not-found"));
        (await Post(clerk, $"{path}/exclusions", new { to = "zongchuang", reason = "近亲属" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{item}/claim"))).Code.ShouldBe("excluded");
        (await Refusal(await Post(head, $"{item}/assign", new { to = "zongchuang" }))).Code.ShouldBe("excluded");
    }

    [Fact]
    public async Task All_work_of_a_leaver_goes_to_a_successor_and_by_the_head_only()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var second = await WithSecondClerk(host);
        var (_, item) = await Claimed(host, clerk);
        var leaving = new { from = "zongchuang", to = "second", reason = "调离" };

        (await Refusal(await Post(second, "/api/v1/hand-overs", leaving with { to = "nobody" }))).ShouldBe((404, "not-found"));
        (await Handed(second, leaving)).ShouldHaveSingleItem().ShouldNotBeNull()["refused"].ShouldNotBeNull();
        (await Handed(await host.SignedIn("zongchuang-zhang"), leaving)).ShouldHaveSingleItem().ShouldNotBeNull()["refused"].ShouldBeNull();
        (await Handed(await host.SignedIn("zongchuang-zhang"), leaving)).ShouldBeEmpty();
        (await Post(second, $"{item}/complete", new { outcome = "accepted" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_head_of_the_lead_ends_a_case_and_an_administrator_moves_one()
    {
        await using var host = await Start();
        var administrator = await host.SignedIn("guanli");
        var head = await host.SignedIn("zongchuang-zhang");
        var (path, item) = await Claimed(host, await host.SignedIn("zongchuang"));

        (await Refusal(await Post(administrator, $"{item}/jump", new { elementId = "food", reason = "" }))).ShouldBe((422, "reason-required"));
        (await Refusal(await Post(administrator, $"{item}/jump", new { elementId = "food", reason = "误入环节" }))).Code.ShouldBe("cannot-end");
        (await Post(head, $"{path}/terminate", new { basis = "办理规程", document = "终字〔2026〕1号", reason = "经营主体已经注销" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var other = await host.StartCase("case-2");
        (await Post(administrator, $"/api/v1/work-items/{other.Id}/{other.WorkItems.Keys.Single()}/jump", new { elementId = "ended", reason = "误收" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpClient> WithSecondClerk(ApiHost host)
    {
        var account = new { userName = "second", displayName = "周窗口", department = "service-centre", posts = new[] { "window-clerk" }, password = DemoOrganisation.Password };
        (await Post(await host.SignedIn("guanli"), "/api/v1/accounts", account)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return await host.SignedIn("second");
    }

    private static async Task<(string Case, string Item)> Claimed(ApiHost host, HttpClient clerk)
    {
        var started = await host.StartCase();
        var item = $"/api/v1/work-items/{started.Id}/{started.WorkItems.Keys.Single()}";
        (await Post(clerk, $"{item}/claim")).StatusCode.ShouldBe(HttpStatusCode.OK);
        return ($"/api/v1/cases/{started.Id}", item);
    }

    private static async Task<JsonArray> Handed(HttpClient client, object leaving) =>
        JsonNode.Parse(await (await Post(client, "/api/v1/hand-overs", leaving)).Content.ReadAsStringAsync(Cancellation))!.AsArray();

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) => client.PostAsJsonAsync(path, body ?? new { }, Cancellation);
}
