using System.Text;
using System.Text.Json.Nodes;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Api;

/// <summary>The library's examples as requests to the interface.</summary>
internal static class ApplicationExample
{
    public const string Service = "open-restaurant";

    private static readonly Workflows.Definitions.Libraries.Library BuiltIn = LibraryReader.Read(LibraryFolder.Path);

    public static ExampleApplication Read(string code) => BuiltIn.Examples[Service].Single(example => example.Code == code);

    /// <summary>A complete application of an example; its files are uploaded.</summary>
    public static async Task<JsonObject> Complete(HttpClient client, string code)
    {
        var example = Read(code);
        var materials = new JsonArray();
        foreach (var (material, name) in example.Materials)
        {
            materials.Add(new JsonObject { ["code"] = material, ["fileId"] = await Upload(client, material, Path.ChangeExtension(name, ".pdf")) });
        }

        return new JsonObject
        {
            ["serviceCode"] = Service,
            ["applicant"] = new JsonObject
            {
                ["kind"] = example.Applicant.Kind.ToString().ToLowerInvariant(),
                ["name"] = example.Applicant.Name,
                ["idNumber"] = example.Applicant.IdNumber,
                ["phone"] = example.Applicant.Phone,
                ["agentName"] = example.Applicant.AgentName,
            },
            ["answers"] = Json(example.Answers),
            ["form"] = Json(example.Form),
            ["materials"] = materials,
            ["channel"] = "window",
        };
    }

    public static JsonNode Json(FeelContext values) => JsonNode.Parse(FeelJson.Text(values))!;

    private static async Task<string> Upload(HttpClient client, string material, string name)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.7 {material}"));
        var answer = await client.PostAsync("/api/v1/files", new MultipartFormDataContent { { content, "file", name } }, TestContext.Current.CancellationToken);
        return (string)(await ApiHost.Body(answer.EnsureSuccessStatusCode()))["id"]!;
    }
}
