using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.Definitions;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

/// <summary>Sending back, taking back, ending and giving work to persons, over the wire.</summary>
public sealed class OperationsApiSpecs
{
    // The window checks what it has accepted, and may send it back to itself.
    private const string Check = """
        targetRef="check"/>
          <userTask id="check" name="复核" approval:department="service-centre" approval:role="window-clerk">
            <extensionElements>
              <approval:operation name="send-back" to="intake"/>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f2b" sourceRef="check" targetRef="fork"/>
        """;

    // One officer signs, and may have others sign with it.
    private const string Signed = """
        targetRef="check"/>
          <userTask id="check" name="会签" approval:department="market-regulation" approval:role="officer">
            <extensionElements>
              <approval:outcome code="agree" name="同意"/>
              <approval:operation name="add-signer"/>
              <approval:operation name="remove-signer"/>
            </extensionElements>
            <multiInstanceLoopCharacteristics approval:countersign="all"><loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics>
          </userTask>
          <sequenceFlow id="f2b" sourceRef="check" targetRef="fork"/>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_sending_back_touches_and_then_does_it()
    {
        await using var host = await StartChecked();
        var clerk = await host.SignedIn("zongchuang");
        var item = await AtTheCheck(host, clerk);

        var targets = await clerk.GetFromJsonAsync<JsonArray>($"{item}/send-back", Cancellation);
        var plan = await Body(await Post(clerk, $"{item}/send-back/preview", new { to = "accept" }));
        var done = await Post(clerk, $"{item}/send-back", new { to = "accept", reason = "材料不全", mark = (string?)plan["mark"] });

        targets!.Select(target => (string?)target!["elementId"]).ShouldBe(["accept"]);
        plan["undone"]!.AsArray().Select(undone => (string?)undone!["elementId"]).ShouldBe(["accept", "check"]);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{item}/send-back", new { to = "accept", reason = "再退" }))).ShouldBe((409, "already-completed"));
    }

    [Fact]
    public async Task Refuses_to_send_back_with_the_reason_in_the_code()
    {
        await using var host = await StartChecked();
        var clerk = await host.SignedIn("zongchuang");
        var item = await AtTheCheck(host, clerk);

        (await Refusal(await Post(clerk, $"{item}/send-back/preview", new { to = "nowhere" }))).ShouldBe((422, "step-not-passed"));
        (await Refusal(await Post(clerk, $"{item}/send-back", new { to = "accept" }))).ShouldBe((422, "opinion-required"));
        (await Refusal(await Post(clerk, $"{item}/send-back", new { to = "accept", reason = "理由", mark = "stale" }))).ShouldBe((409, "effect-changed"));
    }

    [Fact]
    public async Task Takes_a_step_back_before_it_is_opened_and_not_after()
    {
        await using var host = await StartChecked();
        var clerk = await host.SignedIn("zongchuang");
        var check = await AtTheCheck(host, clerk);
        (await Post(clerk, $"{check}/claim")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(clerk, $"{check}/complete", new { outcome = "done" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Refusal(await Post(clerk, $"{check}/recall", new { reason = "" }))).ShouldBe((422, "opinion-required"));
        (await Post(clerk, $"{check}/recall", new { reason = "漏写意见" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{check}/recall", new { reason = "再撤" }))).Status.ShouldBeOneOf(409, 422);
    }

    [Fact]
    public async Task Ends_a_case_for_its_applicant_or_by_a_document_only()
    {
        await using var host = await StartChecked();
        var started = await host.StartCase();
        var clerk = await host.SignedIn("zongchuang");
        var head = await host.SignedIn("zongchuang-zhang");
        var path = $"/api/v1/cases/{started.Id}";
        var termination = new { basis = "办理规程", document = "终字〔2026〕1号", reason = "经营主体已经注销" };

        (await Refusal(await Post(await host.SignedIn("shijian"), $"{path}/withdraw", new { reason = "不再开店" }))).ShouldBe((403, "not-entitled"));
        (await Refusal(await Post(clerk, $"{path}/withdraw", new { reason = "" }))).ShouldBe((422, "reason-required"));
        (await Refusal(await Post(clerk, $"{path}/terminate", termination))).ShouldBe((403, "not-entitled"));
        (await Refusal(await Post(head, $"{path}/terminate", termination with { document = "" }))).ShouldBe((422, "basis-required"));
        (await Post(clerk, $"{path}/withdraw", new { reason = "不再开店" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(head, $"{path}/terminate", termination))).ShouldBe((409, "case-has-ended"));
    }

    [Fact]
    public async Task Gives_work_to_those_who_may_do_it_and_to_nobody_else()
    {
        await using var host = await StartChecked();
        var clerk = await host.SignedIn("zongchuang");
        var head = await host.SignedIn("zongchuang-zhang");
        var item = await AtTheCheck(host, clerk);

        (await Refusal(await Post(head, $"{item}/assign", new { to = "nobody" }))).ShouldBe((404, "not-found"));
        (await Refusal(await Post(head, $"{item}/assign", new { to = "shijian" }))).ShouldBe((403, "not-entitled"));
        (await Post(head, $"{item}/assign", new { to = "zongchuang" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{item}/delegate", new { to = "zongchuang", reason = "外出" }))).ShouldBe((409, "held-by-another"));
        (await Refusal(await Post(clerk, $"{item}/hand-back", new { note = "好" }))).ShouldBe((409, "invalid-state"));
        (await Refusal(await Post(clerk, $"{item}/jump", new { elementId = "ended", reason = "理由" }))).ShouldBe((403, "not-entitled"));
    }

    [Fact]
    public async Task Hides_another_departments_item_from_every_operation()
    {
        await using var host = await StartChecked();
        var item = await AtTheCheck(host, await host.SignedIn("zongchuang"));
        var stranger = await host.SignedIn("yancao");

        foreach (var operation in new[] { "send-back", "send-back/preview", "recall", "assign", "delegate", "hand-back" })
        {
            (await Refusal(await Post(stranger, $"{item}/{operation}", new { to = operation is "assign" or "delegate" ? "yancao-zhang" : "accept", reason = "理由" })))
                .ShouldBe((404, "not-found"), operation);
        }

        (await Refusal(await stranger.GetAsync($"{item}/send-back", Cancellation))).ShouldBe((404, "not-found"));
    }

    [Fact]
    public async Task Adds_a_signer_of_another_department_and_takes_the_signer_away_again()
    {
        await using var host = await StartChecked(Signed);
        var officer = await host.SignedIn("shijian");
        var item = await AtTheCheck(host, await host.SignedIn("zongchuang"), officer);

        (await Refusal(await Post(officer, $"{item}/signers", new { to = "nobody", place = "before", reason = "请先看" }))).ShouldBe((404, "not-found"));
        (await Refusal(await Post(officer, $"{item}/signers", new { to = "zongchuang", place = "before", reason = "请先看" }))).ShouldBe((403, "not-entitled"));
        (await Refusal(await Post(officer, $"{item}/signers", new { to = "shijian", place = "before", reason = "请先看" }))).ShouldBe((409, "already-signer"));
        (await Refusal(await Post(officer, $"{item}/signers", new { to = "yancao", place = "before", reason = "" }))).ShouldBe((422, "opinion-required"));
        (await Post(officer, $"{item}/signers", new { to = "yancao", place = "before", reason = "请先看" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = await OnlyItem(await host.SignedIn("yancao"));
        var removal = $"{item}/signers/{asked.Split('/')[^1]}/remove";
        (await Refusal(await Post(officer, removal, new { reason = "" }))).ShouldBe((422, "opinion-required"));
        (await Post(officer, removal, new { reason = "已经书面答复" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(officer, removal, new { reason = "再减" }))).ShouldBe((409, "invalid-state"));
        (await Post(officer, $"{item}/complete", new { outcome = "agree" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reminds_copies_and_comments()
    {
        await using var host = await StartChecked();
        var clerk = await host.SignedIn("zongchuang");
        var head = await host.SignedIn("zongchuang-zhang");
        var item = await AtTheCheck(host, clerk);
        var path = "/api/v1/cases/" + item.Split('/')[^2];

        (await Post(head, $"{item}/remind", new { note = "明天到期" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(head, $"{item}/remind"))).ShouldBe((409, "already-reminded"));
        (await Refusal(await Post(clerk, $"{path}/copies", Copies("nobody")))).ShouldBe((404, "not-found"));
        (await Refusal(await Post(clerk, $"{path}/copies", Copies("yancao")))).ShouldBe((403, "not-entitled"));
        (await Post(clerk, $"{path}/copies", Copies("zongchuang-zhang"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(head, $"{path}/copies/read")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(head, $"{path}/copies/read"))).ShouldBe((409, "invalid-state"));
        (await Post(clerk, $"{path}/comments", new { text = "已电话核实" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Post(clerk, $"{path}/comments", new { text = " " }))).ShouldBe((422, "opinion-required"));
        (await Refusal(await Post(await host.SignedIn("yancao"), $"{path}/comments", new { text = "看过" }))).ShouldBe((404, "not-found"));
        var found = await Body(await clerk.GetAsync(path, Cancellation));
        found["copies"]!.AsArray().Select(copy => (string?)copy!["to"]!["name"]).ShouldHaveSingleItem();
    }

    private static async Task<ApiHost> StartChecked(string check = Check)
    {
        var host = await Start();
        host.Get<DefinitionStore>().Remember(SampleService.Published(edit: main => main.Replace("""sourceRef="accept" targetRef="fork"/>""", $"""sourceRef="accept" {check}""")));
        return host;
    }

    /// <param name="checker">Null for the clerk.</param>
    private static async Task<string> AtTheCheck(ApiHost host, HttpClient clerk, HttpClient? checker = null)
    {
        var started = await host.StartCase();
        var first = started.WorkItems.Keys.Single();
        (await Post(clerk, $"/api/v1/work-items/{started.Id}/{first}/complete", new { outcome = "accepted" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        return await OnlyItem(checker ?? clerk);
    }

    private static async Task<string> OnlyItem(HttpClient client)
    {
        var item = (await Body(await client.GetAsync("/api/v1/inbox", Cancellation)))["items"]!.AsArray().ShouldHaveSingleItem()!;
        return $"/api/v1/work-items/{item["caseId"]}/{item["workItemId"]}";
    }

    private static object Copies(params string[] to) => new { to };

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) => client.PostAsJsonAsync(path, body ?? new { }, Cancellation);
}
