using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>How files are cut and where they lie.</summary>
public partial class FileSpecs
{
    private const int LongestClass = 300;
    private const int LongestMarkup = 80;

    private static readonly string[] Projects = ["Workflows.Definitions", "Workflows.Engine", "Workflows.Designer", "Workflows.Specs", "benchmarks"];

    /// <summary>Grammars and tables that read better whole. Nothing else is an excuse.</summary>
    private static readonly string[] GrammarsAndTables = [];

    /// <summary>Names of kinds: a folder is a subject.</summary>
    private static readonly string[] KindsOfThings = ["Models", "Interfaces", "Enums", "Helpers", "Utils", "Utilities", "Managers", "Common", "Misc", "Dtos", "Entities", "Exceptions"];

    [Fact]
    public void A_class_file_is_one_concept() => TooLong(LongestClass, ".cs").ShouldBe(GrammarsAndTables, ignoreOrder: true);

    [Fact]
    public void A_markup_file_shows_one_thing() => TooLong(LongestMarkup, ".razor").ShouldBeEmpty();

    [Fact]
    public void Folders_are_subjects()
    {
        var folders = SourceFiles(".cs", ".razor").SelectMany(file => Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar)).Distinct();

        folders.Intersect(KindsOfThings, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_knows_a_machine()
    {
        var found =
            from file in Repository.Files(".", ".cs", ".razor", ".md", ".sh", ".json", ".csproj", ".props", ".targets", ".yaml", ".yml", ".bpmn", ".dmn", ".feature", ".js", ".mjs", ".css", ".txt", ".config", ".sln", "")
            from Match match in MachinePath().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {match.Value}";

        found.Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> TooLong(int lines, string extension) =>
        from file in SourceFiles(extension)
        where !file.Contains("Migrations", StringComparison.Ordinal)
        where File.ReadLines(Path.Combine(Repository.Root, file)).Count() > lines
        select file.Replace('\\', '/');

    private static IEnumerable<string> SourceFiles(params string[] extensions) =>
        from project in Projects
        from file in Repository.Files(project, extensions)
        select Path.GetRelativePath(Repository.Root, file);

    // Bracketed so that this file does not find itself.
    [GeneratedRegex(@"(?<![\w.])([/]root/|[/]home/\w+/|[/]work/|[/]Users/\w+/|[A-Z]:\\Users\\)")]
    private static partial Regex MachinePath();
}
