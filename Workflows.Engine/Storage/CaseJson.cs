using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Storage;

/// <summary>How a case and its events are written: UTF-8 JSON, members in the order of their declaration, no white space, nulls left out.</summary>
/// <remarks>
/// Events are read for ever. A member that is added later has to be a parameter of the record's constructor with a default value,
/// which a text without it then takes. How the state changes is told by <see cref="StateFormats"/>.
/// </remarks>
public static class CaseJson
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly CaseJsonContext Context = new(new JsonSerializerOptions(CaseJsonContext.Default.Options) { Encoder = Encoder });

    private static readonly JsonScratch Scratch = new(Encoder);

    public static byte[] Write(Case state) => JsonSerializer.SerializeToUtf8Bytes(state, Context.Case);

    /// <summary>The state as its row holds it: what <see cref="Write(Case)"/> gives, packed where it is long.</summary>
    public static byte[] Pack(Case state) =>
        StatePacking.Pack(Scratch.Write(state, static (writer, value) => JsonSerializer.Serialize(writer, value, Context.Case)));

    /// <summary>The JSON of a state that may be packed.</summary>
    public static byte[] Unpack(byte[] state) => StatePacking.Unpack(state);

    public static byte[] Write(IReadOnlyList<CaseEvent> events) => JsonSerializer.SerializeToUtf8Bytes(events, Context.IReadOnlyListCaseEvent);

    public static byte[] Write(CaseEvent @event) => JsonSerializer.SerializeToUtf8Bytes(@event, Context.CaseEvent);

    public static byte[] Write(Actor actor) => JsonSerializer.SerializeToUtf8Bytes(actor, Context.Actor);

    /// <param name="state">As <see cref="Write(Case)"/> or <see cref="Pack"/> gives it.</param>
    public static Case ReadCase(byte[] state) => JsonSerializer.Deserialize(Unpack(state), Context.Case)!;

    public static Case ReadCase(JsonObject json) => json.Deserialize(Context.Case)!;

    public static IReadOnlyList<CaseEvent> ReadEvents(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IReadOnlyListCaseEvent)!;

    public static CaseEvent ReadEvent(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.CaseEvent)!;

    public static Actor ReadActor(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Actor)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(FeelValueConverter), typeof(FeelContextConverter)])]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(IReadOnlyList<CaseEvent>))]
[JsonSerializable(typeof(Actor))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
