using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>How an alert and its events are written: as <see cref="CaseJson"/> writes cases, and read for ever likewise.</summary>
public static class AlertJson
{
    private static readonly AlertJsonContext Context = new(new JsonSerializerOptions(AlertJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static byte[] Write(Alert alert) => JsonSerializer.SerializeToUtf8Bytes(alert, Context.Alert);

    public static byte[] Write(IReadOnlyList<AlertEvent> events) => JsonSerializer.SerializeToUtf8Bytes(events, Context.IReadOnlyListAlertEvent);

    public static Alert ReadAlert(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Alert)!;

    public static IReadOnlyList<AlertEvent> ReadEvents(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IReadOnlyListAlertEvent)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(FeelValueConverter), typeof(FeelContextConverter)])]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(IReadOnlyList<AlertEvent>))]
internal sealed partial class AlertJsonContext : JsonSerializerContext;
