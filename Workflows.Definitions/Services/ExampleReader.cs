using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;

namespace Workflows.Definitions.Services;

/// <summary>Reads the examples of a service: <c>services/&lt;code&gt;/examples/*.json</c>.</summary>
public static class ExampleReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters =
        {
            new JsonStringEnumConverter<ApplicantKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<MatterState>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new FeelContextConverter(),
        },
    };

    /// <param name="source">The file, for messages and the example's code.</param>
    /// <exception cref="DefinitionException">The text is not an example: a key is missing, unknown, or of the wrong type.</exception>
    public static ExampleApplication Read(string json, string source)
    {
        try
        {
            var example = JsonSerializer.Deserialize<ExampleApplication>(json, Json) ?? throw new JsonException("it is null.");
            return example with { Code = Path.GetFileNameWithoutExtension(source) };
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? -1) + 1;
            var column = (int)(exception.BytePositionInLine ?? -1) + 1;
            throw new DefinitionException([new DefinitionError(source, line, column, exception.Path, $"Expected an example application, but {exception.Message}")]);
        }
    }

    private sealed class FeelContextConverter : JsonConverter<FeelContext>
    {
        public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FeelJson.Read(document.RootElement) as FeelContext ?? throw new JsonException("an object of values was expected.");
        }

        public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
    }
}
