using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>The chain of a journal: each entry's hash is made over the entry and the hash of the one before.</summary>
public static class JournalHash
{
    /// <summary>What the first entry of a case is chained to.</summary>
    public static readonly string Origin = new('0', 64);

    private static readonly JsonScratch Scratch = new(JavaScriptEncoder.Default);

    /// <summary>SHA-256 over the row's canonical JSON, its own hash left out; lower-case hex.</summary>
    /// <remarks>Actor and events go in byte by byte as they are stored, so that no later change of their writing can break a chain.</remarks>
    public static string Of(JournalRow row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Scratch.Write(row, Write), hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Write(Utf8JsonWriter json, JournalRow row)
    {
        json.WriteStartObject();
        json.WriteString("caseId", row.CaseId);
        json.WriteNumber("sequence", row.Sequence);
        json.WriteString("commandId", row.CommandId);
        json.WriteString("command", row.Command);
        json.WritePropertyName("actor");
        json.WriteRawValue(row.Actor, skipInputValidation: true);
        json.WriteString("happenedAt", Instant(row.HappenedAt));
        json.WriteString("enteredAt", Instant(row.EnteredAt));
        json.WritePropertyName("events");
        json.WriteRawValue(row.Events, skipInputValidation: true);
        json.WriteString("previousHash", row.PreviousHash);
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
