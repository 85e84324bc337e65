using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions.Feel;

namespace Workflows.Engine.Storage;

/// <summary>FEEL values inside other JSON, as <see cref="FeelJson"/> writes them.</summary>
public sealed class FeelValueConverter : JsonConverter<FeelValue>
{
    public override bool HandleNull => true;

    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeelConversion.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}

/// <summary>FEEL contexts inside other JSON, as <see cref="FeelJson"/> writes them.</summary>
public sealed class FeelContextConverter : JsonConverter<FeelContext>
{
    /// <exception cref="JsonException">The JSON is no object.</exception>
    public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeelConversion.Read(ref reader) as FeelContext ?? throw new JsonException("Expected an object of named values, but found another value.");

    public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}

internal static class FeelConversion
{
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return FeelJson.Read(document.RootElement);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
