using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks;

/// <summary>Every rule has examples that keep it and examples that break it; a broken one names the elements, or the file as a whole, in its first comment.</summary>
public partial class RuleFixtureSpecs
{
    public static TheoryData<string> Fixtures =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "Workflows.Specs/Fixtures/rules"), "*.bpmn", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "Workflows.Specs/Fixtures/rules"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_rule_finds_what_its_examples_say(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, $"Workflows.Specs/Fixtures/rules/{fixture}"));
        var ruleId = fixture.Split('/')[0];

        var found = DefinitionLinter.Check(RuleLibrary.UnderCheck(ProcessModelReader.Read(text, fixture)))
            .Where(finding => finding.RuleId == ruleId)
            .ToList();

        found.Select(finding => finding.ElementId ?? "file").Order(StringComparer.Ordinal).ShouldBe(Expected(text), ignoreOrder: true);
        found.ShouldAllBe(finding => finding.Message.StartsWith("Expected ", StringComparison.Ordinal) && finding.Message.Contains(", but ", StringComparison.Ordinal));
        found.ShouldAllBe(finding => finding.ElementId == null || (finding.Line > 0 && finding.Column > 0));
    }

    [Fact]
    public void Every_rule_has_examples_that_keep_it_and_examples_that_break_it()
    {
        foreach (var (rule, _) in DefinitionLinter.Rules)
        {
            var folder = Path.Combine(Repository.Root, $"Workflows.Specs/Fixtures/rules/{rule.Id}");
            Directory.GetFiles(folder, "valid*").ShouldNotBeEmpty(rule.Id);
            Directory.GetFiles(folder, "invalid*").ShouldNotBeEmpty(rule.Id);
        }

        Directory.GetDirectories(Path.Combine(Repository.Root, "Workflows.Specs/Fixtures/rules")).Select(Path.GetFileName)
            .ShouldBe(DefinitionLinter.Rules.Select(entry => entry.Rule.Id), ignoreOrder: true);
    }

    private static string[] Expected(string text) => FirstComment().Match(text) is { Success: true } comment
        ? comment.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : [];

    [GeneratedRegex("<!-- breaks the rule: (?<ids>.*?) -->")]
    private static partial Regex FirstComment();
}
