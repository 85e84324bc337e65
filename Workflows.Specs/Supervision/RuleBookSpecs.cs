using System.Text.Json;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>The rules that come with the library, by their worked examples.</summary>
public class RuleBookSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);
    private static readonly SupervisionRules Book = Library.Supervision;

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
    public void Every_rung_of_a_ladder_that_a_case_can_climb_has_a_rule()
    {
        // A missed notice is carded as what it is by law (accepted-by-silence); replies belong to alerts and not to cases.
        (ClockKind Kind, AlertLevel Level)[] others = [(ClockKind.Acceptance, AlertLevel.Yellow), (ClockKind.Reply, AlertLevel.Yellow)];
        var rungs = Library.Clocks.Ladders.SelectMany(ladder => ladder.Rungs.Select(rung => (ladder.Kind, rung.Level))).Distinct().Except(others);

        rungs.Where(rung => Book.On(SupervisionTrigger.ClockRungPassed).All(rule => rule.Level != rung.Level || !rule.Judge(RungPassed(rung.Kind, rung.Level)).IsMet)).ShouldBeEmpty();
    }

    [Fact]
    public void A_card_of_a_higher_level_is_told_to_all_whom_the_lower_one_tells()
    {
        var levels = Book.Policy!.Levels;

        levels[AlertLevel.Warning].Tell.ShouldBe([AlertRecipient.Officer]);
        levels[AlertLevel.Yellow].Tell.ShouldBe([AlertRecipient.Officer, AlertRecipient.DepartmentHead]);
        levels[AlertLevel.Red].Tell.ShouldBe([AlertRecipient.Officer, AlertRecipient.DepartmentHead, AlertRecipient.Supervisor]);
    }

    private static FeelContext RungPassed(ClockKind kind, AlertLevel level) => Facts.Complete(
        SupervisionTrigger.ClockRungPassed,
        FeelContext.Empty.With("clock", FeelContext.Empty
            .With("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()))
            .With("level", JsonNamingPolicy.KebabCaseLower.ConvertName(level.ToString()))));
}
