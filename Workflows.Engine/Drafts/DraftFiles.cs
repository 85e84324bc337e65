using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Workflows.Engine.Drafts;

/// <summary>The files and remarks of a draft, as the row holds them.</summary>
internal static class DraftFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Draft Read(DraftRow row) => new(
        row.Id,
        row.ServiceCode,
        row.Name,
        row.BaseVersion,
        row.State,
        row.Version,
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Files)!,
        JsonSerializer.Deserialize<List<DraftRemark>>(row.Remarks, Json)!,
        row.ChangedById,
        row.ChangedBy,
        row.ChangedAt);

    public static byte[] Write(IReadOnlyDictionary<string, string> files) =>
        JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(files.ToDictionary(), StringComparer.Ordinal), Json);

    public static byte[] Write(List<DraftRemark> remarks) => JsonSerializer.SerializeToUtf8Bytes(remarks, Json);

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> files, string path, string text) =>
        new Dictionary<string, string>(files, StringComparer.Ordinal) { [path] = text };

    /// <summary>True for a file that the draft has, and for a new one of its service.</summary>
    public static bool IsEditable(Draft draft, string path) =>
        draft.Files.ContainsKey(path)
        || (path.StartsWith($"services/{draft.ServiceCode}/", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal));
}
