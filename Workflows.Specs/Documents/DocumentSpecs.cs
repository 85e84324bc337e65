using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Documents;

/// <summary>The documents hang together: every link leads somewhere, every decision is in the index.</summary>
public partial class DocumentSpecs
{
    private static readonly string Decisions = Path.Combine(Repository.Root, "docs", "adr");

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var dead =
            from file in Repository.Files(".", ".md")
            from Match link in Link().Matches(File.ReadAllText(file))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(target)))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {target}";

        dead.ShouldBeEmpty();
    }

    [Fact]
    public void The_index_lists_every_decision_in_order()
    {
        var listed = Link().Matches(File.ReadAllText(Path.Combine(Decisions, "README.md"))).Select(link => link.Groups["target"].Value);

        listed.ShouldBe(DecisionFiles().Select(file => Path.GetFileName(file)!));
    }

    [Fact]
    public void A_decision_says_why_what_and_what_follows()
    {
        foreach (var (file, number) in DecisionFiles().Select((file, index) => (file, index + 1)))
        {
            var name = Path.GetFileName(file);
            name.ShouldStartWith($"{number:D4}-");
            Heading().Matches(File.ReadAllText(file)).Select(heading => heading.Groups["text"].Value).ShouldBe(["Context", "Decision", "Consequences"], name);
        }
    }

    private static IEnumerable<string> DecisionFiles() =>
        Directory.EnumerateFiles(Decisions, "*.md").Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal);

    /// <summary>The target of a link or picture, without the place in the page.</summary>
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
