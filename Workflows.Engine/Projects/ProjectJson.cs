using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflows.Engine.Projects;

/// <summary>How a project and its events are written, and read for ever.</summary>
public static class ProjectJson
{
    private static readonly ProjectJsonContext Context = new(new JsonSerializerOptions(ProjectJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static byte[] Write(Project project) => JsonSerializer.SerializeToUtf8Bytes(project, Context.Project);

    public static byte[] Write(IReadOnlyList<ProjectEvent> events) => JsonSerializer.SerializeToUtf8Bytes(events, Context.IReadOnlyListProjectEvent);

    public static Project ReadProject(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Project)!;

    public static IReadOnlyList<ProjectEvent> ReadEvents(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IReadOnlyListProjectEvent)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Project))]
[JsonSerializable(typeof(IReadOnlyList<ProjectEvent>))]
internal sealed partial class ProjectJsonContext : JsonSerializerContext;
