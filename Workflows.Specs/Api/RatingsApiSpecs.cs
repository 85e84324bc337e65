using System.Net.Http.Json;
using Shouldly;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class RatingsApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_ratings_from_who_knows_the_last_four_characters_and_only_of_what_has_ended()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var matter = started.Matters.Keys.First();
        var rating = new { matter, grade = "satisfied" };

        (await Refusal(await host.Anonymous().PostAsJsonAsync($"/api/v1/progress/{started.Number}/ratings?last4=0000", rating, Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await host.Anonymous().PostAsJsonAsync($"/api/v1/progress/{started.Number}/ratings?last4=433B", rating, Cancellation))).ShouldBe((409, "invalid-state"));
    }

    [Fact]
    public async Task Takes_the_answer_to_a_rating_from_those_who_see_the_case_only()
    {
        await using var host = await Start();
        var started = await host.StartCase();
        var path = $"/api/v1/cases/{started.Id}/matters/{started.Matters.Keys.First()}/rectification";

        (await Refusal(await host.Anonymous().PostAsJsonAsync(path, new { result = "已改" }, Cancellation))).Status.ShouldBe(401);
        (await Refusal(await (await host.SignedIn("zongchuang")).PostAsJsonAsync(path, new { result = "已改" }, Cancellation))).ShouldBe((404, "not-found"));
    }
}
