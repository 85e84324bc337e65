using Shouldly;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class ProgressApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_applicant_how_far_the_case_is_and_nothing_of_persons()
    {
        await using var host = await Start();
        var started = await host.StartCase();

        var answer = await host.Anonymous().GetAsync($"/api/v1/progress/{started.Number}?last4=433B", Cancellation);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        text.ShouldContain("我要开店");
        text.ShouldContain("\"state\":\"received\"");
        text.ShouldNotContain("91110000802100433B");
        text.ShouldNotContain("13800000000");
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("")]
    public async Task Does_not_tell_whether_the_number_or_the_characters_are_wrong(string lastFour)
    {
        await using var host = await Start();
        var started = await host.StartCase();

        (await Refusal(await host.Anonymous().GetAsync($"/api/v1/progress/{started.Number}?last4={lastFour}", Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await host.Anonymous().GetAsync($"/api/v1/progress/YJS202603029999?last4={lastFour}", Cancellation))).ShouldBe((404, "not-found"));
    }

    [Fact]
    public async Task Limits_how_often_one_address_may_guess()
    {
        await using var host = await Start(new Dictionary<string, string?> { ["Workflows:Api:AnonymousPerMinute"] = "3" });
        var client = host.Anonymous();
        foreach (var guess in Enumerable.Range(0, 3))
        {
            (await Refusal(await client.GetAsync($"/api/v1/progress/YJS202603020001?last4={guess:D4}", Cancellation))).ShouldBe((404, "not-found"));
        }

        var answer = await client.GetAsync("/api/v1/progress/YJS202603020001?last4=0003", Cancellation);

        (await Refusal(answer)).ShouldBe((429, "too-many-requests"));
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }
}
