using Shouldly;

namespace Workflows.Specs.Support;

/// <summary>The figures of <c>docs/conformance.md</c>: each suite tells its own, and the page may say nothing else.</summary>
public static class Conformance
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "conformance.md");

    /// <summary>Tells a suite's figure, for the end of a run, and requires that the page says the same.</summary>
    /// <remarks>With WORKFLOWS_WRITE_DOCS set, the page is brought up to date instead.</remarks>
    public static void Tell(string suite, string figure)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_CONFORMANCE") is { Length: > 0 } file)
        {
            lock (Page)
            {
                File.AppendAllText(file, $"{suite}: {figure}\n");
            }
        }

        var row = $"| {suite} | {figure} |";
        lock (Page)
        {
            var lines = File.ReadAllLines(Page);
            if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_DOCS") is { Length: > 0 })
            {
                File.WriteAllLines(Page, lines.Select(line => line.StartsWith($"| {suite} |", StringComparison.Ordinal) ? row : line));
            }
            else
            {
                lines.ShouldContain(row, $"docs/conformance.md says something else of '{suite}'; set WORKFLOWS_WRITE_DOCS to bring it up to date.");
            }
        }
    }
}
