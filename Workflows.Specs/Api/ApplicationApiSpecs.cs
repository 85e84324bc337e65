using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Definitions.Services;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

/// <summary>Applications for the built-in service, with the data of one of its examples.</summary>
public sealed class ApplicationApiSpecs
{
    private static readonly ExampleApplication Example = ApplicationExample.Read("large-restaurant");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starts_a_case_once_however_often_the_same_application_is_sent()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "application-1");
        var application = await Complete(clerk);

        var first = await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation);
        var again = await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Body(again)).ToJsonString().ShouldBe((await Body(first)).ToJsonString());
        var document = await Body(await clerk.GetAsync(first.Headers.Location, Cancellation));
        ((string?)document["number"]).ShouldBe("YJS202603020001");
        document["matters"]!.AsArray().Select(matter => (string?)matter!["code"]).ShouldBe(Example.Expected.Matters.Keys.Order(StringComparer.Ordinal));
        document["materials"]!.AsArray().Count.ShouldBe(Example.Materials.Count);
    }

    [Fact]
    public async Task Names_every_fault_of_an_application_and_stores_nothing()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var application = await Complete(clerk);
        application["applicant"]!["idNumber"] = "91110000802100433A";
        application["applicant"]!["phone"] = "12";
        application["form"]!.AsObject().Remove("shopName");
        application["form"]!["extra"] = "x";
        application["materials"]!.AsArray().RemoveAt(2);
        application["materials"]!.AsArray().Add(new JsonObject { ["code"] = "no-such-material", ["fileId"] = new string('0', 64) });

        var refused = await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation);

        (await Refusal(refused)).ShouldBe((422, "invalid-application"));
        var faults = (await Body(refused))["faults"]!.AsArray().Select(fault => $"{fault!["target"]} {fault["code"]}");
        faults.ShouldBe(
            [
                "applicant.idNumber wrong-identity", "applicant.phone wrong-phone", "form.shopName required", "form.extra unknown",
                $"materials.{Example.Materials.Keys.ElementAt(2)} required", "materials.no-such-material unknown",
            ],
            ignoreOrder: true);
        ((int?)(await Body(await clerk.GetAsync("/api/v1/cases", Cancellation)))["total"]).ShouldBe(0);
    }

    [Theory]
    [InlineData("zh-CN", "必填。")]
    [InlineData("en", "Required.")]
    public async Task Says_what_is_wrong_in_the_callers_language(string language, string sentence)
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        clerk.DefaultRequestHeaders.Add("Accept-Language", language);
        var application = await Complete(clerk);
        application["applicant"]!["name"] = " ";

        var refused = await Body(await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation));

        var fault = refused["faults"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)fault["target"], (string?)fault["detail"]).ShouldBe(("applicant.name", sentence));
    }

    [Fact]
    public async Task Measures_form_and_materials_only_by_answers_that_are_right()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var application = await Complete(clerk);
        application["answers"] = new JsonObject();
        application["form"] = new JsonObject();

        var refused = await Body(await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation));

        refused["faults"]!.AsArray().ShouldAllBe(fault => ((string?)fault!["target"])!.StartsWith("answers.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guides_from_answers_to_matters_fields_and_materials()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");

        var services = JsonNode.Parse(await clerk.GetStringAsync("/api/v1/services", Cancellation))!.AsArray();
        var guidance = await Body(await clerk.PostAsJsonAsync($"/api/v1/services/{ApplicationExample.Service}/guidance", new { answers = ApplicationExample.Json(Example.Answers) }, Cancellation));

        services.Select(service => (string?)service!["code"]).ShouldContain(ApplicationExample.Service);
        guidance["faults"]!.AsArray().ShouldBeEmpty();
        guidance["matters"]!.AsArray().Select(code => (string?)code).ShouldBe(Example.Expected.Matters.Keys, ignoreOrder: true);
        guidance["materials"]!.AsArray().Where(material => (bool)material!["required"]! && (string?)material["source"] == "applicant")
            .Select(material => (string?)material!["code"]).ShouldBeSubsetOf(Example.Materials.Keys);
        (await Refusal(await clerk.PostAsJsonAsync("/api/v1/services/nothing/guidance", new { answers = new { } }, Cancellation))).ShouldBe((404, "unknown-service"));
    }

    private static Task<JsonObject> Complete(HttpClient client) => ApplicationExample.Complete(client, Example.Code);
}
