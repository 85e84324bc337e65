using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Materials;
using Workflows.Specs.Storage;
using Xunit;
using static Workflows.Specs.Api.ApiHost;

namespace Workflows.Specs.Api;

public sealed class FilesApiSpecs
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 lease");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_file_and_gives_it_back_to_those_who_see_the_case()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");

        var uploaded = await Upload(clerk, "合同.pdf", Pdf);

        uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = ((string?)(await Body(uploaded))["id"]).ShouldNotBeNull();
        var material = new GivenMaterial("lease", id, "合同.pdf", "application/pdf", Pdf.Length, TestEngine.Monday, "王综窗");
        TestEngine.Accepted(await host.Get<CaseHandler>().Send("case-1", SampleService.Clerk, SampleService.Start with { Materials = [material] }, cancellation: Cancellation));
        var read = await (await host.SignedIn("shijian")).GetAsync($"/api/v1/cases/case-1/files/{id}", Cancellation);
        (await read.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Pdf);
        read.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/pdf"));
        read.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await Refusal(await (await host.SignedIn("yancao")).GetAsync($"/api/v1/cases/case-1/files/{id}", Cancellation))).ShouldBe((404, "not-found"));
    }

    [Theory]
    [InlineData("合同.exe", "%PDF-", "type-not-allowed", "不支持文件“合同.exe”的类型，可上传：pdf, jpg, jpeg, png。")]
    [InlineData("合同.png", "%PDF-", "content-mismatch", "文件“合同.png”的内容与扩展名不符。")]
    [InlineData("合同.pdf", "", "empty", "文件“合同.pdf”是空的。")]
    public async Task Refuses_what_is_not_what_its_name_says(string name, string content, string code, string detail)
    {
        await using var host = await Start();

        var answer = await Upload(await host.SignedIn("zongchuang"), name, Encoding.ASCII.GetBytes(content));

        (await Refusal(answer)).ShouldBe((422, code));
        ((string?)(await Body(answer))["detail"]).ShouldBe(detail);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_larger_than_the_setting_allows()
    {
        await using var host = await Start(new Dictionary<string, string?> { ["Workflows:Files:MaximumSize"] = "1048576" });
        var large = new byte[1048577];
        Pdf.CopyTo(large, 0);

        var answer = await Upload(await host.SignedIn("zongchuang"), "大.pdf", large);

        (await Refusal(answer)).ShouldBe((422, "too-large"));
        ((string?)(await Body(answer))["detail"]).ShouldBe("文件“大.pdf”超过1 MB。");
    }

    [Fact]
    public async Task Asks_for_the_form_field_file()
    {
        await using var host = await Start();
        var clerk = await host.SignedIn("zongchuang");

        (await Refusal(await clerk.PostAsync("/api/v1/files", new MultipartFormDataContent { { new StringContent("x"), "other" } }, Cancellation))).ShouldBe((400, "malformed-request"));
    }

    private static Task<HttpResponseMessage> Upload(HttpClient client, string name, byte[] content) =>
        client.PostAsync("/api/v1/files", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } }, Cancellation);
}
