using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Definitions.Feel;

/// <summary>Values as JSON and back, without loss.</summary>
/// <remarks>
/// What JSON has no form for is an object with the entry <c>@</c>: <c>{"@":"date","value":"2026-02-13"}</c>, and likewise time,
/// date and time, duration (of both kinds) and range. A context that has an entry <c>@</c> of its own is written as
/// <c>{"@":"context","value":{…}}</c>. A function has no JSON: it is written as null.
/// </remarks>
public static class FeelJson
{
    private const string Mark = "@";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FormatException">The JSON holds a marked value that cannot be read, or a number that a decimal cannot hold.</exception>
    public static FeelValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => FeelList.Over([.. element.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => element.TryGetProperty(Mark, out var mark) ? ReadMarked(element, mark) : ReadContext(element),
        _ => FeelValue.Null,
    };

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="FormatException">As <see cref="Read"/>.</exception>
    public static FeelValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static string Text(FeelValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value)
        {
            case FeelBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case FeelNumber number:
                writer.WriteRawValue(FeelText.Number(number.Value), skipInputValidation: true);
                break;
            case FeelString text:
                writer.WriteStringValue(text.Value);
                break;
            case FeelList list:
                WriteList(writer, list);
                break;
            case FeelContext context:
                WriteContext(writer, context);
                break;
            case FeelDate date:
                WriteMarked(writer, "date", FeelText.Date(date));
                break;
            case FeelTime time:
                WriteMarked(writer, "time", FeelText.Time(time));
                break;
            case FeelDateTime moment:
                WriteMarked(writer, "date and time", FeelText.DateTime(moment));
                break;
            case FeelDuration duration:
                WriteMarked(writer, "duration", FeelText.Duration(duration));
                break;
            case FeelMonths months:
                WriteMarked(writer, "duration", FeelText.Months(months));
                break;
            case FeelRange range:
                WriteRange(writer, range);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static FeelNumber ReadNumber(JsonElement element) =>
        decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new FeelNumber(number)
            : throw new FormatException($"Expected a number of at most 28 digits, but found {element.GetRawText()}.");

    private static FeelContext ReadContext(JsonElement element)
    {
        var builder = new FeelContextBuilder();

        foreach (var property in element.EnumerateObject())
        {
            builder.Put(property.Name, Read(property.Value));
        }

        return builder.Build();
    }

    private static FeelValue ReadMarked(JsonElement element, JsonElement mark)
    {
        var kind = mark.ValueKind is JsonValueKind.String ? mark.GetString() : null;
        var value = element.TryGetProperty("value", out var content) ? content : default;
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

        return kind switch
        {
            "date" => TemporalText.Date(text),
            "time" => TemporalText.Time(text),
            "date and time" => TemporalText.DateTime(text),
            "duration" => TemporalText.Duration(text),
            "range" => ReadRange(element),
            "context" when value.ValueKind is JsonValueKind.Object => ReadContext(value),
            _ => (FeelValue?)null,
        } ?? throw new FormatException($"Expected a date, time, date and time, duration, range or context, but found {element.GetRawText()}.");
    }

    private static FeelRange? ReadRange(JsonElement element) =>
        element.TryGetProperty("form", out var form) && Enum.TryParse<RangeForm>(form.GetString(), out var known)
            && element.TryGetProperty("start", out var start)
            && element.TryGetProperty("startIncluded", out var startIncluded)
            && element.TryGetProperty("end", out var end)
            && element.TryGetProperty("endIncluded", out var endIncluded)
                ? new FeelRange(known, Read(start), startIncluded.GetBoolean(), Read(end), endIncluded.GetBoolean())
                : null;

    private static void WriteMarked(Utf8JsonWriter writer, string kind, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, kind);
        writer.WriteString("value", text);
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, FeelRange range)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, "range");
        writer.WriteString("form", range.Form.ToString());
        writer.WritePropertyName("start");
        Write(writer, range.Start);
        writer.WriteBoolean("startIncluded", range.StartIncluded);
        writer.WritePropertyName("end");
        Write(writer, range.End);
        writer.WriteBoolean("endIncluded", range.EndIncluded);
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, FeelList list)
    {
        writer.WriteStartArray();

        foreach (var item in list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        var marked = context.TryGet(Mark, out _);

        if (marked)
        {
            writer.WriteStartObject();
            writer.WriteString(Mark, "context");
            writer.WritePropertyName("value");
        }

        writer.WriteStartObject();

        foreach (var (name, value) in context.Entries)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();

        if (marked)
        {
            writer.WriteEndObject();
        }
    }
}
