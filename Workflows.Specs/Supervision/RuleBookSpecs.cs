using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Supervision;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>The rules that come with the library, by their worked examples.</summary>
public class RuleBookSpecs
{
    private static readonly SupervisionRules Book = LibraryReader.Read(LibraryFolder.Path).Supervision;

    public static TheoryData<string, string> WorkedExamples => new(
        from rule in Book.Rules
        from example in rule.Examples
        select (rule.Id, example.Name));

    [Theory]
    [MemberData(nameof(WorkedExamples))]
    public void A_rule_does_what_its_worked_example_says(string id, string name)
    {
        var rule = Book.Find(id)!;
        var example = rule.Examples.Single(example => example.Name == name);

        rule.Judge(example.Given).ShouldBe(example.RaisesAlert ? RuleVerdict.Met : RuleVerdict.NotMet);
    }

    [Fact]
    public void Every_rule_of_the_library_can_be_read()
    {
        Book.Unreadable.ShouldBeEmpty();
        Book.Rules.Count.ShouldBeGreaterThanOrEqualTo(30);
        Book.Policy.ShouldNotBeNull();
    }

    [Fact]
    public void All_five_families_are_watched() =>
        Book.Rules.Select(rule => rule.Family).Distinct().ShouldBe(
            [SupervisionFamily.Timeliness, SupervisionFamily.Process, SupervisionFamily.Content, SupervisionFamily.Discretion, SupervisionFamily.Fees],
            ignoreOrder: true);

    [Fact]
    public void No_two_rules_ask_the_same() =>
        Book.Rules.GroupBy(rule => (rule.On, rule.When.Text)).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void A_card_of_a_higher_level_is_told_to_all_whom_the_lower_one_tells()
    {
        var levels = Book.Policy!.Levels;

        levels[AlertLevel.Warning].Tell.ShouldBe([AlertRecipient.Officer]);
        levels[AlertLevel.Yellow].Tell.ShouldBe([AlertRecipient.Officer, AlertRecipient.DepartmentHead]);
        levels[AlertLevel.Red].Tell.ShouldBe([AlertRecipient.Officer, AlertRecipient.DepartmentHead, AlertRecipient.Supervisor]);
    }
}
