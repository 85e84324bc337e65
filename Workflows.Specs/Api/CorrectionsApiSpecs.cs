using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

/// <summary>A correction of the built-in service, from the notice to the answer.</summary>
public sealed class CorrectionsApiSpecs
{
    private const string Material = "kitchen-layout";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_in_what_was_asked_for_and_lets_the_clocks_go_on()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var (caseId, correction, file) = await Requested(host, clerk);

        var answered = await clerk.PostAsJsonAsync(
            $"/api/v1/cases/{caseId}/corrections/{correction}/answer",
            new { materials = new[] { new { code = Material, fileId = file, fileName = "布局图（补正）.pdf" } }, form = new { seats = 30 }, note = "已补正" },
            Cancellation);

        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = await Case(clerk, caseId);
        ((decimal?)document["form"]!["seats"]).ShouldBe(30);
        document["corrections"]![0]!["answeredAt"].ShouldNotBeNull();
        document["materials"]!.AsArray().Single(material => (string?)material!["code"] == Material)!["fileName"]!.GetValue<string>().ShouldBe("布局图（补正）.pdf");
        document["clocks"]!.AsArray().ShouldAllBe(clock => (string?)clock!["reading"]!["status"] != "stopped");
    }

    [Fact]
    public async Task Refuses_an_answer_that_is_no_better_and_leaves_the_correction_open()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var (caseId, correction, file) = await Requested(host, clerk);
        var answer = $"/api/v1/cases/{caseId}/corrections/{correction}/answer";

        var refused = await clerk.PostAsJsonAsync(
            answer,
            new { materials = new[] { new { code = Material, fileId = new string('0', 64) }, new { code = "no-such-material", fileId = file } }, form = new { seats = "many" } },
            Cancellation);

        (await Refusal(refused)).ShouldBe((422, "invalid-application"));
        (await Body(refused))["faults"]!.AsArray().Select(fault => $"{fault!["target"]} {fault["code"]}")
            .ShouldBe([$"materials.{Material} file-missing", "materials.no-such-material unknown", "form.seats wrong-type"], ignoreOrder: true);
        (await Refusal(await clerk.PostAsJsonAsync(answer, new { note = "好" }, Cancellation))).ShouldBe((422, "invalid-application"));
        (await Refusal(await clerk.PostAsJsonAsync($"/api/v1/cases/{caseId}/corrections/99/answer", new { form = new { seats = 30 } }, Cancellation))).ShouldBe((404, "not-found"));
        (await Refusal(await (await host.SignedIn("shijian")).PostAsJsonAsync(answer, new { form = new { seats = 30 } }, Cancellation))).ShouldBe((403, "not-entitled"));
        (await Case(clerk, caseId))["corrections"]![0]!["answeredAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Shows_the_applicant_what_to_correct()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");
        var (caseId, _, _) = await Requested(host, clerk);
        var document = await Case(clerk, caseId);
        var idNumber = (string)document["applicant"]!["idNumber"]!;

        var progress = await Body(await host.Anonymous().GetAsync($"/api/v1/progress/{document["number"]}?last4={idNumber[^4..]}", Cancellation));

        var correction = progress["corrections"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)correction["reason"], (string?)correction["points"]![0]!["reviewPoint"]).ShouldBe(("布局图不清", "布局与现场一致"));
    }

    /// <summary>A case whose food licence waits for a correction: its id, the correction and an uploaded file.</summary>
    private static async Task<(string CaseId, int Correction, string File)> Requested(ApiHost host, HttpClient clerk)
    {
        var application = await ApplicationExample.Complete(clerk, "snack-bar");
        var started = await Body((await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancellation)).EnsureSuccessStatusCode());
        var caseId = (string)started["caseId"]!;
        var officer = await host.SignedIn("shijian");
        var check = await OnlyItem(officer);
        (await officer.PostAsJsonAsync($"/api/v1/work-items/{caseId}/{check}/complete", new { outcome = "valid" }, Cancellation)).EnsureSuccessStatusCode();
        var accept = await OnlyItem(officer);
        (await officer.PostAsJsonAsync(
            $"/api/v1/work-items/{caseId}/{accept}/correct",
            new { points = new[] { new { material = Material, field = (string?)null, reviewPoint = "布局与现场一致", note = (string?)null } }, reason = "布局图不清" },
            Cancellation)).EnsureSuccessStatusCode();
        var correction = (int)(await Case(clerk, caseId))["corrections"]![0]!["id"]!;
        return (caseId, correction, (string)application["materials"]![0]!["fileId"]!);
    }

    private static async Task<int> OnlyItem(HttpClient officer) =>
        (int)(await Body(await officer.GetAsync("/api/v1/inbox", Cancellation)))["items"]!.AsArray().ShouldHaveSingleItem()!["workItemId"]!;

    private static async Task<JsonObject> Case(HttpClient client, string caseId) => await Body(await client.GetAsync($"/api/v1/cases/{caseId}", Cancellation));
}
