using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Workflows.Engine.Journal;

/// <summary>The chain of a journal: each entry's hash is made over the entry and the hash of the one before.</summary>
public static class JournalHash
{
    /// <summary>What the first entry of a case is chained to.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>SHA-256 over the row's canonical JSON, its own hash left out; lower-case hex.</summary>
    /// <remarks>Actor and events go in byte by byte as they are stored, so that no later change of their writing can break a chain.</remarks>
    public static string Of(JournalRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(row.Events.Length + 1024);
        using (var json = new Utf8JsonWriter(buffer))
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

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
