using Shouldly;
using Workflows.Definitions.Checks;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks;

/// <summary>The pages of the rules say what the rules do.</summary>
public class RulePagesSpecs
{
    [Fact]
    public void Every_rule_has_a_page_with_its_level()
    {
        foreach (var (rule, severity) in DefinitionLinter.Rules)
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, $"docs/rules/{rule.Id}.md"));
            page.ShouldStartWith($"# {rule.Id}\n");
            page.ShouldContain($"Level: **{severity.ToString().ToLowerInvariant()}**.", customMessage: rule.Id);
            page.ShouldContain("**Do:** ", customMessage: rule.Id);
            page.ShouldContain("**Don't:** ", customMessage: rule.Id);
        }
    }

    [Fact]
    public void The_index_lists_every_rule_with_its_level_and_no_other()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs/rules/README.md"))
            .Where(line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(line => string.Join(" |", line.Split(" |")[..2]));

        rows.ShouldBe(
            DefinitionLinter.Rules.OrderBy(entry => entry.Rule.Id, StringComparer.Ordinal)
                .Select(entry => $"| [{entry.Rule.Id}]({entry.Rule.Id}.md) | {entry.Severity.ToString().ToLowerInvariant()}"));
    }

    [Fact]
    public void Rule_ids_are_kebab_case_and_unique()
    {
        var ids = DefinitionLinter.Rules.Select(entry => entry.Rule.Id).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
    }
}
