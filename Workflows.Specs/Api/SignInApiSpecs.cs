using System.Net.Http.Json;
using Shouldly;
using Workflows.Engine.Accounts;
using Workflows.Engine.Api;
using Workflows.Engine.Cases;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class SignInApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signs_every_demo_account_in_as_the_actor_it_is()
    {
        await using var host = await Start(new Dictionary<string, string?> { [$"{ApiOptions.Section}:{nameof(ApiOptions.AnonymousPerMinute)}"] = "1000" });

        foreach (var account in DemoOrganisation.Accounts)
        {
            var me = await (await host.SignedIn(account.UserName)).GetFromJsonAsync<Actor>("/api/v1/me", Cancellation);

            me.ShouldNotBeNull();
            (me.Name, me.Department, me.Roles.Single()).ShouldBe((account.DisplayName, account.Department, account.Role));
        }
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_locks_the_account_after_five()
    {
        await using var host = await Start();
        var client = host.Anonymous();

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            (await Refusal(await SignIn(client, "wrong"))).ShouldBe((401, "sign-in-failed"));
        }

        (await Refusal(await SignIn(client, "wrong"))).ShouldBe((401, "locked-out"));
        (await Refusal(await SignIn(client, DemoOrganisation.Password))).ShouldBe((401, "locked-out"));
    }

    [Fact]
    public async Task Tells_a_wrong_name_from_a_wrong_password_by_nothing()
    {
        await using var host = await Start();

        (await Refusal(await host.Anonymous().PostAsJsonAsync("/api/v1/sign-in", new { userName = "nobody", password = "wrong" }, Cancellation))).ShouldBe((401, "sign-in-failed"));
    }

    [Fact]
    public async Task Gives_a_new_token_for_a_refresh_token()
    {
        await using var host = await Start();
        var client = host.Anonymous();
        var signedIn = await Body(await SignIn(client, DemoOrganisation.Password));

        var refreshed = await client.PostAsJsonAsync("/api/v1/sign-in/refresh", new { refreshToken = (string?)signedIn["refreshToken"] }, Cancellation);

        refreshed.EnsureSuccessStatusCode();
        ((string?)(await Body(refreshed))["accessToken"]).ShouldNotBeNullOrEmpty();
        (await Refusal(await client.PostAsJsonAsync("/api/v1/sign-in/refresh", new { refreshToken = "forged" }, Cancellation))).ShouldBe((401, "sign-in-failed"));
    }

    [Fact]
    public async Task Accepts_a_token_no_longer_than_it_is_good()
    {
        await using var host = await Start();
        var client = await host.SignedIn("zongchuang");

        host.Time.Advance(TimeSpan.FromMinutes(61));

        (await Refusal(await client.GetAsync("/api/v1/me", Cancellation))).ShouldBe((401, "not-signed-in"));
    }

    [Fact]
    public async Task Signs_pages_of_the_same_site_in_with_a_cookie_that_scripts_cannot_read()
    {
        await using var host = await Start();

        var answer = await host.Anonymous().PostAsJsonAsync("/api/v1/sign-in?cookie=true", new { userName = "shijian", password = DemoOrganisation.Password }, Cancellation);

        answer.EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("workflows=");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task Limits_how_often_one_address_may_try()
    {
        await using var host = await Start(new Dictionary<string, string?> { ["Workflows:Api:AnonymousPerMinute"] = "2" });
        var client = host.Anonymous();
        await SignIn(client, "wrong");
        await SignIn(client, "wrong");

        (await Refusal(await SignIn(client, "wrong"))).ShouldBe((429, "too-many-requests"));
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient client, string password) =>
        client.PostAsJsonAsync("/api/v1/sign-in", new { userName = "zongchuang", password }, Cancellation);
}
