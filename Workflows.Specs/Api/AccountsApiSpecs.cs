using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.Accounts;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class AccountsApiSpecs
{
    private const string Accounts = "/api/v1/accounts";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Adds_an_account_that_can_sign_in_with_its_posts()
    {
        await using var host = await Start();
        var administrator = await host.SignedIn("guanli");

        (await Add(administrator, "xinren", "fire-rescue", ["officer"])).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var me = await Body(await (await SignedIn(host, "xinren", "Xinren20260302")).GetAsync("/api/v1/me", Cancellation));
        ((string?)me["name"], (string?)me["department"], (string?)me["roles"]![0]).ShouldBe(("新人", "fire-rescue", "officer"));
        var listed = JsonNode.Parse(await administrator.GetStringAsync(Accounts, Cancellation))!.AsArray();
        listed.Select(account => (string?)account!["userName"]).ShouldContain("xinren");
    }

    [Fact]
    public async Task Is_for_administrators_only()
    {
        await using var host = await Start();

        (await Refusal(await (await host.SignedIn("jiancha")).GetAsync(Accounts, Cancellation))).ShouldBe((403, "not-allowed"));
        (await Refusal(await host.Anonymous().GetAsync(Accounts, Cancellation))).ShouldBe((401, "not-signed-in"));
    }

    [Fact]
    public async Task Names_what_is_wrong_and_adds_nothing()
    {
        await using var host = await Start();
        var administrator = await host.SignedIn("guanli");

        (await Faults(await Add(administrator, "a", null, ["officer"]))).ShouldBe(["account.department required"]);
        (await Faults(await Add(administrator, "a", "no-such", ["chief"]))).ShouldBe(["account.posts not-an-option", "account.department not-an-option"]);
        (await Faults(await Add(administrator, "a", "fire-rescue", ["officer"], "short"))).ShouldContain("account password-too-short");
        (await Faults(await Add(administrator, "张 三", "fire-rescue", ["officer"]))).ShouldBe(["account invalid-user-name"]);
        (await Faults(await Add(administrator, "shijian", "fire-rescue", ["officer"]))).ShouldBe(["account duplicate-user-name"]);
        JsonNode.Parse(await administrator.GetStringAsync(Accounts, Cancellation))!.AsArray().Count.ShouldBe(DemoOrganisation.Accounts.Count);
    }

    [Fact]
    public async Task Changes_posts_passwords_and_locks()
    {
        await using var host = await Start();
        var administrator = await host.SignedIn("guanli");

        await Done(Change(administrator, "shijian", "fire-rescue", "department-head"));
        await Done(administrator.PutAsJsonAsync($"{Accounts}/shijian/password", new { password = "Another20260302" }, Cancellation));
        var me = await Body(await (await SignedIn(host, "shijian", "Another20260302")).GetAsync("/api/v1/me", Cancellation));
        ((string?)me["department"], (string?)me["roles"]!.AsArray().ShouldHaveSingleItem()).ShouldBe(("fire-rescue", "department-head"));

        await Done(administrator.PostAsync($"{Accounts}/shijian/lock", null, Cancellation));
        (await Refusal(await SignIn(host, "shijian", "Another20260302"))).ShouldBe((401, "locked-out"));
        await Done(administrator.PostAsync($"{Accounts}/shijian/unlock", null, Cancellation));
        (await SignIn(host, "shijian", "Another20260302")).EnsureSuccessStatusCode();
        (await Refusal(await administrator.PostAsync($"{Accounts}/nobody/lock", null, Cancellation))).ShouldBe((404, "not-found"));
    }

    [Fact]
    public async Task Keeps_the_last_administrator()
    {
        await using var host = await Start();
        var administrator = await host.SignedIn("guanli");

        (await Faults(await administrator.PostAsync($"{Accounts}/guanli/lock", null, Cancellation))).ShouldBe(["account last-administrator"]);
        (await Faults(await Change(administrator, "guanli", null, "supervisor"))).ShouldBe(["account.posts last-administrator"]);
    }

    private static Task<HttpResponseMessage> Add(HttpClient client, string userName, string? department, string[] posts, string password = "Xinren20260302") =>
        client.PostAsJsonAsync(Accounts, new { userName, displayName = "新人", department, posts, password }, Cancellation);

    private static Task<HttpResponseMessage> Change(HttpClient client, string userName, string? department, string post) =>
        client.PutAsJsonAsync($"{Accounts}/{userName}", new { displayName = "改名", department, posts = new[] { post } }, Cancellation);

    private static Task<HttpResponseMessage> SignIn(ApiHost host, string userName, string password) =>
        host.Anonymous().PostAsJsonAsync("/api/v1/sign-in", new { userName, password }, Cancellation);

    private static async Task<HttpClient> SignedIn(ApiHost host, string userName, string password)
    {
        var client = host.Anonymous();
        var token = (string?)(await Body((await SignIn(host, userName, password)).EnsureSuccessStatusCode()))["accessToken"];
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task Done(Task<HttpResponseMessage> answer) => (await answer).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    private static async Task<IEnumerable<string>> Faults(HttpResponseMessage answer)
    {
        (await Refusal(answer)).ShouldBe((422, "invalid-account"));
        return (await Body(answer))["faults"]!.AsArray().Select(fault => $"{fault!["target"]} {fault["code"]}");
    }
}
