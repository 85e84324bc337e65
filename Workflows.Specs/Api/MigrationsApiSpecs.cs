using System.Net.Http.Json;
using Shouldly;
using Workflows.Engine.Definitions;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class MigrationsApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_first_and_moves_then()
    {
        await using var host = await Start();
        host.Get<DefinitionStore>().Remember(SampleService.Published(2, main => main.Replace("name=\"受理\"", "name=\"收件受理\"", StringComparison.Ordinal)));
        await host.StartCase();
        var analyst = await host.SignedIn("fenxi");

        var told = await Migrate(analyst, 2, apply: false);
        var moved = await Migrate(analyst, 2, apply: true);
        var again = await Migrate(analyst, 2, apply: true);

        var one = (await Body(told))["cases"]!.AsArray().Single()!;
        ((bool)one["canMove"]!, (bool)one["isMoved"]!, (string?)one["workItems"]![0]!["toName"]).ShouldBe((true, false, "收件受理"));
        ((bool)(await Body(moved))["cases"]![0]!["isMoved"]!).ShouldBeTrue();
        (await Body(again))["cases"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_version_that_is_not_there_and_an_officer_who_asks()
    {
        await using var host = await Start();

        (await Refusal(await Migrate(await host.SignedIn("fenxi"), 9, apply: true))).ShouldBe((404, "unknown-service"));
        (await Refusal(await Migrate(await host.SignedIn("zongchuang"), 2, apply: true))).ShouldBe((403, "not-allowed"));
    }

    private static Task<HttpResponseMessage> Migrate(HttpClient client, int toVersion, bool apply) => client.PostAsJsonAsync(
        "/api/v1/migrations",
        new { service = SampleService.Code, fromVersion = 1, toVersion, apply, instructions = new { moves = new[] { new { from = "none", to = "nothing" } } } },
        Cancellation);
}
