using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class DefinitionsApiSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_analyst_publishes_a_package_and_sees_its_version()
    {
        await using var host = await Start();
        var analyst = await host.SignedIn("fenxi");
        using var folder = Version2();

        var answer = await Publish(analyst, folder, "?dryRun=true");
        ((bool)(await Body(answer))["dryRun"]!).ShouldBeTrue();
        answer = await Publish(analyst, folder);

        answer.EnsureSuccessStatusCode();
        (await Body(answer))["published"]!.AsArray().Select(line => (string?)line).ShouldBe(["service 'open-restaurant', version 2"]);
        var versions = JsonNode.Parse(await analyst.GetStringAsync("/api/v1/definitions", Cancellation))!.AsArray();
        var published = versions.Single(version => (string?)version!["code"] == "open-restaurant" && (int)version["version"]! == 2)!;
        ((string?)published["effectiveOn"], (int)published["runningCases"]!).ShouldBe(("2026-04-01", 0));
    }

    [Fact]
    public async Task A_package_with_errors_is_refused_with_file_line_column_and_element()
    {
        await using var host = await Start();
        using var folder = Version2().Replacing("services/open-restaurant/process.bpmn", "guidance.route = \"promise\"", "guidance.route = ");

        var answer = await Publish(await host.SignedIn("fenxi"), folder);

        (await Refusal(answer)).ShouldBe((422, "invalid-definitions"));
        var error = (await Body(answer))["errors"]!.AsArray()[0]!;
        ((string?)error["source"], (string?)error["elementId"]).ShouldBe(("services/open-restaurant/process.bpmn", "flow_promise"));
        ((int)error["line"]! > 0 && (int)error["column"]! > 0).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_package_is_refused()
    {
        await using var host = await Start();

        (await Refusal(await Post(await host.SignedIn("fenxi"), "services"u8.ToArray()))).ShouldBe((422, "invalid-definitions"));
    }

    [Fact]
    public async Task A_clerk_publishes_nothing()
    {
        await using var host = await Start();
        using var folder = Version2();

        (await Refusal(await Publish(await host.SignedIn("zongchuang"), folder))).ShouldBe((403, "not-allowed"));
    }

    private static TemporaryLibrary Version2() => LibraryFolder.Copy()
        .Replacing("services/open-restaurant/service.yaml", "version: 1", "version: 2")
        .Replacing("services/open-restaurant/service.yaml", "effective-on: 2026-01-01", "effective-on: 2026-04-01");

    private static async Task<HttpResponseMessage> Publish(HttpClient client, TemporaryLibrary folder, string query = "")
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(folder.Folder, zip);
        return await Post(client, zip.ToArray(), query);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, byte[] zip, string query = "")
    {
        using var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return await client.PostAsync($"/api/v1/definitions{query}", content, Cancellation);
    }
}
