using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Definitions.Feel;

namespace Workflows.Engine.CommandLine;

/// <summary>What the commands that evaluate have in common: variables in, values and warnings out.</summary>
internal static class CommandInputs
{
    public const string Description = "The variables: a JSON object, or the name of a file that holds one.";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON for tools instead of text for people." };

    public static Option<DateTimeOffset?> Now() => new("--now") { Description = "What now() and today() answer; by default the present." };

    /// <summary>The present, by the clock of the region.</summary>
    public static DateTimeOffset Present() =>
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no object, or a value in it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FeelContext Read(string json)
    {
        var text = json.AsSpan().TrimStart().StartsWith("{") ? json : File.ReadAllText(json);

        return FeelJson.Parse(text) as FeelContext ?? throw new FormatException("Expected the variables as a JSON object, but found something else.");
    }

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteWarnings(Utf8JsonWriter writer, IReadOnlyList<string> warnings)
    {
        writer.WriteStartArray("warnings");

        foreach (var warning in warnings)
        {
            writer.WriteStringValue(warning);
        }

        writer.WriteEndArray();
    }

    public static void Warn(TextWriter errors, IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings)
        {
            errors.WriteLine($"warning: {warning}");
        }
    }
}
