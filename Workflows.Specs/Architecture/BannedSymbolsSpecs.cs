using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>The compiler itself refuses the machine's clock: time comes in from outside.</summary>
public class BannedSymbolsSpecs
{
    private const string List = "../build/BannedSymbols.txt";
    private static readonly string[] Timeless = ["Workflows.Definitions", "Workflows.Engine"];

    [Theory]
    [InlineData("Workflows.Definitions")]
    [InlineData("Workflows.Engine")]
    public void The_ban_is_active_in(string name)
    {
        var project = Parts.Project(name);

        project.Items("PackageReference").ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        project.Items("AdditionalFiles").ShouldContain(List);
        project.Descendants("NoWarn").Select(element => element.Value).ShouldAllBe(value => !value.Contains("RS0030", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_banned_symbol_exists_and_tells_what_to_do_instead()
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "build", "BannedSymbols.txt")))
        {
            line.Split(';').ShouldSatisfyAllConditions(
                parts => parts.Length.ShouldBe(2, line),
                parts => Exists(parts[0]).ShouldBeTrue(line));
        }
    }

    [Fact]
    public void Nobody_lifts_the_ban()
    {
        var lifted =
            from project in Timeless
            from file in Repository.Files(project, ".cs")
            where File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal)
            select Path.GetRelativePath(Repository.Root, file);

        lifted.ShouldBeEmpty();
    }

    /// <summary>A ban with a misspelt symbol is silently none.</summary>
    /// <param name="symbol">A documentation id, e.g. <c>P:System.DateTime.Now</c>.</param>
    private static bool Exists(string symbol)
    {
        var member = symbol[2..].Split('(')[0];
        var dot = member.LastIndexOf('.');
        var parameters = symbol.Contains('(', StringComparison.Ordinal) ? symbol.Split('(')[1].TrimEnd(')').Split(',').Length : 0;
        return typeof(object).Assembly.GetType(member[..dot])?.GetMember(member[(dot + 1)..])
            .Any(found => symbol[0] == 'P' || (found is System.Reflection.MethodInfo method && method.GetParameters().Length == parameters)) == true;
    }
}
