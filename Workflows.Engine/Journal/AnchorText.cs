using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Engine.Journal;

/// <summary>The end of one journal, as an anchor holds it.</summary>
public sealed record JournalEnd(string CaseId, int Sequence, string Hash);

/// <summary>An anchor with the ends that it holds.</summary>
/// <param name="Hash">SHA-256 over <see cref="AnchorText.Write"/>, lower-case hex.</param>
public sealed record JournalAnchor(int Number, DateOnly Day, DateTimeOffset TakenAt, IReadOnlyList<JournalEnd> Ends, string PreviousHash, string Hash);

/// <summary>How an anchor is written, in the database, in an exported file and for its hash: lines of UTF-8 text.</summary>
/// <remarks>
/// <c>anchor 3 2026-03-02 2026-03-02T16:30:00.0000000Z {hash of the anchor before}</c>, a line <c>{sequence} {hash} {case id as a JSON string}</c>
/// for each journal, and in a file <c>hash {hash of all lines before}</c>. A reader needs SHA-256 and no more.
/// </remarks>
public static class AnchorText
{
    public static string Write(int number, DateOnly day, DateTimeOffset takenAt, string previousHash, string ends) =>
        string.Create(CultureInfo.InvariantCulture, $"anchor {number} {day:yyyy-MM-dd} {takenAt.UtcDateTime:O} {previousHash}\n") + ends;

    public static string Ends(IEnumerable<JournalEnd> ends)
    {
        var text = new StringBuilder();
        foreach (var end in ends)
        {
            text.Append(CultureInfo.InvariantCulture, $"{end.Sequence} {end.Hash} {JsonSerializer.Serialize(end.CaseId)}\n");
        }

        return text.ToString();
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The anchors of an exported file.</summary>
    /// <exception cref="FormatException">A line is not as it was written.</exception>
    public static IReadOnlyList<JournalAnchor> Read(IEnumerable<string> lines)
    {
        var anchors = new List<JournalAnchor>();
        var ends = new List<JournalEnd>();
        string[]? head = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var parts = line.Split(' ', 3);
            switch (parts[0])
            {
                case "anchor" when head is null && line.Split(' ') is { Length: 5 } found:
                    head = found;
                    break;
                case "hash" when head is not null && parts.Length == 2:
                    anchors.Add(Anchor(head, ends, parts[1]));
                    (head, ends) = (null, []);
                    break;
                default:
                    ends.Add(head is not null ? End(parts, number) : throw Fault(number));
                    break;
            }
        }

        return head is null ? anchors : throw Fault(number + 1);
    }

    internal static List<JournalEnd> ReadEnds(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, index) => End(line.Split(' ', 3), index + 1))];

    internal static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    internal static string Decompress(byte[] compressed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static JournalAnchor Anchor(string[] head, List<JournalEnd> ends, string hash) => new(
        int.Parse(head[1], CultureInfo.InvariantCulture),
        DateOnly.ParseExact(head[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset.Parse(head[3], CultureInfo.InvariantCulture),
        ends,
        head[4],
        hash);

    private static JournalEnd End(string[] parts, int line) =>
        parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var sequence) && parts[2].StartsWith('"') && parts[2].EndsWith('"')
            ? new JournalEnd(JsonSerializer.Deserialize<string>(parts[2])!, sequence, parts[1])
            : throw Fault(line);

    private static FormatException Fault(int line) => new($"Expected an anchor, the end of a journal or a hash in line {line}, but found something else.");
}
