using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Engine.Supervision.Scores;

/// <summary>How a closed month is written: the same scores give the same bytes.</summary>
public static class ScoreJson
{
    public static byte[] Write(MonthScores scores) => JsonSerializer.SerializeToUtf8Bytes(scores, ScoreJsonContext.Default.MonthScores);

    public static MonthScores Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ScoreJsonContext.Default.MonthScores)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MonthScores))]
internal sealed partial class ScoreJsonContext : JsonSerializerContext;
