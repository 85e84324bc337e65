using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Outbox.Webhooks;

/// <summary>A call as a CloudEvent 1.0 in structured mode (cloudevents.io): UTF-8 JSON.</summary>
internal static class CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    private static readonly JsonWriterOptions Chinese = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(OutboxCall call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Chinese))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", call.IdempotencyKey);
            json.WriteString("source", $"/api/v1/cases/{Uri.EscapeDataString(call.CaseId)}");
            json.WriteString("type", $"workflows.{call.Kind}");
            json.WriteString("subject", call.Number);
            json.WriteString("time", call.EnteredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("sequence", call.Sequence);
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(CaseJson.Write(call.Event));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
