using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class CasesApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_a_case_with_every_day_of_its_clocks()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var officer = await host.SignedIn("shijian");

        var document = await Json(officer, $"/api/v1/cases/{started.Id}");

        ((string?)document["number"], (string?)document["status"], (string?)document["service"]!["name"]).ShouldBe((started.Number, "running", "我要开店"));
        ((decimal?)document["form"]!["area"]).ShouldBe(120.5m);
        document["matters"]!.AsArray().Select(matter => (string?)matter!["code"]).ShouldBe(["fire-check", "food-licence"]);
        var clock = document["clocks"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)clock["limit"]!["kind"], (string?)clock["reading"]!["dueOn"], (string?)clock["reading"]!["status"]).ShouldBe(("acceptance", "2026-03-09", "on-time"));
        var days = clock["days"]!.AsArray();
        days.Count(day => (bool)day!["isCounted"]!).ShouldBe(5);
        ((string?)days[4]!["on"], (string?)days[4]!["reason"]).ShouldBe(("2026-03-07", "周末"));
    }

    [Fact]
    public async Task Hides_cases_of_other_departments_everywhere()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var stranger = await host.SignedIn("yancao");

        (await Refusal(await stranger.GetAsync($"/api/v1/cases/{started.Id}", Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await stranger.GetAsync($"/api/v1/cases/{started.Id}/journal", Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await stranger.GetAsync($"/api/v1/cases/{started.Id}/journal/verify", Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await stranger.GetAsync($"/api/v1/cases/{started.Id}/files/{new string('0', 64)}", Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await stranger.PostAsJsonAsync($"/api/v1/cases/{started.Id}/corrections/1/answer", new { note = "好" }, Cancellation))).ShouldBe((404, "not-found"));
        ((int?)(await Json(stranger, "/api/v1/cases"))["total"]).ShouldBe(0);
        ((int?)(await Json(stranger, "/api/v1/inbox"))["total"]).ShouldBe(0);
    }

    [Fact]
    public async Task Finds_cases_and_items_by_query()
    {
        await using var host = await Start();
        var started = await host.StartCase("case-1");
        await host.StartCase("case-2");
        var clerk = await host.SignedIn("zongchuang");

        ((int?)(await Json(clerk, "/api/v1/cases?status=running&size=1"))["total"]).ShouldBe(2);
        (await Json(clerk, $"/api/v1/cases?text={started.Number}"))["items"]!.AsArray().ShouldHaveSingleItem();
        ((int?)(await Json(clerk, "/api/v1/cases?from=2026-03-03"))["total"]).ShouldBe(0);
        ((int?)(await Json(clerk, "/api/v1/inbox?scope=mine"))["total"]).ShouldBe(0);
        ((int?)(await Json(clerk, "/api/v1/inbox?scope=department&order=newest&state=offered"))["total"]).ShouldBe(2);
        (await Refusal(await clerk.GetAsync("/api/v1/cases?status=burnt", Cancellation))).ShouldBe((400, "malformed-request"));
    }

    [Fact]
    public async Task Tells_the_journal_and_that_it_is_intact()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var supervisor = await host.SignedIn("jiancha");

        var entries = JsonNode.Parse(await supervisor.GetStringAsync($"/api/v1/cases/{started.Id}/journal", Cancellation))!.AsArray();
        var verdict = await Json(supervisor, $"/api/v1/cases/{started.Id}/journal/verify");

        var entry = entries.ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)entry["command"], (string?)entry["events"]![0]!["event"]).ShouldBe(("start-case", "case-started"));
        ((bool?)verdict["isIntact"], (int?)verdict["entries"]).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Refuses_to_start_cases_for_anybody_but_the_window()
    {
        await using var host = await Start();
        var officer = await host.SignedIn("shijian");
        var application = new { serviceCode = SampleService.Code, applicant = new { kind = "enterprise", name = "某某", idNumber = "91110000802100433B", phone = "13800000000" } };

        (await Refusal(await officer.PostAsJsonAsync("/api/v1/cases", application, Cancellation))).ShouldBe((403, "not-entitled"));
    }

    [Fact]
    public async Task Refuses_to_start_a_case_of_an_unknown_service()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var application = new { serviceCode = "nothing", applicant = new { kind = "enterprise", name = "某某", idNumber = "91110000802100433B", phone = "13800000000" } };

        (await Refusal(await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation))).ShouldBe((404, "unknown-service"));
    }

    [Fact]
    public async Task Answers_a_path_that_is_none_with_a_problem()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");

        (await Refusal(await clerk.GetAsync("/api/v1/nothing", Cancellation))).ShouldBe((404, "not-found"));
    }

    private static async Task<JsonObject> Json(HttpClient client, string path) => await Body((await client.GetAsync(path, Cancellation)).EnsureSuccessStatusCode());
}
