using System.Text;

namespace Workflows.Engine.Projects.Exchange;

/// <summary>Writes a table as CSV: the standard's columns, then whether a row is valid and how its upload went. UTF-8 with a mark, for spreadsheets.</summary>
public static class ExchangeCsv
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly string[] Technical = ["地方数据主键", "数据有效标识", "数据无效原因", "数据上传状态", "失败原因"];

    public static string Of(ExchangeTable table, IEnumerable<ExchangeRow> rows)
    {
        var text = new StringBuilder().Append(ByteOrderMark);
        Line(text, table.Columns.Select(column => column.Name).Concat(Technical));
        foreach (var row in rows.Where(row => row.Table == table.Code))
        {
            Line(text, table.Columns.Select(column => row.Values[column.Name]).Concat(
                [row.Key, row.Faults.Count == 0 ? "1" : "0", string.Join('；', row.Faults), StateOf(row.Upload), row.FailureReason ?? ""]));
        }

        return text.ToString();
    }

    private static string StateOf(UploadState state) => state switch
    {
        UploadState.Uploaded => "上传成功",
        UploadState.Failed => "上传失败",
        _ => "未上传",
    };

    private static void Line(StringBuilder text, IEnumerable<string> values) => text.AppendJoin(',', values.Select(Quoted)).Append("\r\n");

    // A value that a spreadsheet would take for a formula is led in by an apostrophe.
    private static string Quoted(string value)
    {
        var safe = value.Length > 0 && "=+-@".Contains(value[0]) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
