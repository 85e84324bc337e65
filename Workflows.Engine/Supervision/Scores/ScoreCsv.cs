using System.Globalization;
using System.Text;

namespace Workflows.Engine.Supervision.Scores;

/// <summary>A month's scores as CSV (RFC 4180): a line for every alert, and one for a department without any.</summary>
public static class ScoreCsv
{
    public static string Of(MonthScores scores)
    {
        var text = new StringBuilder("month,department,score,alert,rule,level,case,issued_on,points\r\n");
        foreach (var department in scores.Departments)
        {
            foreach (var line in department.Lines.DefaultIfEmpty())
            {
                text.AppendJoin(',',
                [
                    scores.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    Field(department.Department),
                    department.Points.ToString(CultureInfo.InvariantCulture),
                    Field(line?.AlertId),
                    Field(line?.Name),
                    Field(line?.Level.ToString()),
                    Field(line?.CaseNumber),
                    line?.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                    (-(line?.Points ?? 0)).ToString(CultureInfo.InvariantCulture),
                ]).Append("\r\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A text in quotation marks where it needs them; one that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Field(string? text)
    {
        var safe = text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text ?? "";
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
