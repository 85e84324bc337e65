using System.Text.Json;
using Workflows.Definitions;
using Workflows.Definitions.Checks;

namespace Workflows.Engine.CommandLine;

/// <summary>Findings as lines that an editor can jump from, and as JSON.</summary>
internal static class FindingText
{
    public static void Write(TextWriter output, IReadOnlyList<DefinitionError> unreadable, IReadOnlyList<Finding> findings)
    {
        foreach (var error in unreadable)
        {
            output.WriteLine($"{error.Source}({error.Line},{error.Column}): error: {error.Message}");
        }

        foreach (var finding in findings)
        {
            output.WriteLine($"{finding.Source}({finding.Line},{finding.Column}): {LevelOf(finding)} {finding.RuleId}: {finding.Message}");
            if (finding.CounterExample is { Count: > 0 } example)
            {
                output.WriteLine($"    {string.Join(" > ", example)}");
            }
        }

        var errors = unreadable.Count + findings.Count(finding => finding.Severity == Severity.Error);
        output.WriteLine($"{Count(errors, "error")}, {Count(findings.Count - errors + unreadable.Count, "warning")}");
    }

    public static string Json(IReadOnlyList<DefinitionError> unreadable, IReadOnlyList<Finding> findings) => CommandInputs.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var error in unreadable)
        {
            Write(writer, new Finding("readable", Severity.Error, error.Source, error.Line, error.ElementId, error.Message) { Column = error.Column });
        }

        foreach (var finding in findings)
        {
            Write(writer, finding);
        }

        writer.WriteEndArray();
    });

    public static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.RuleId);
        writer.WriteString("level", LevelOf(finding));
        writer.WriteString("source", finding.Source);
        writer.WriteNumber("line", finding.Line);
        writer.WriteNumber("column", finding.Column);
        writer.WriteString("element", finding.ElementId);
        writer.WriteString("message", finding.Message);
        WriteStrings(writer, "counterExample", finding.CounterExample ?? []);
        writer.WriteEndObject();
    }

    private static string LevelOf(Finding finding) => finding.Severity == Severity.Error ? "error" : "warning";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
