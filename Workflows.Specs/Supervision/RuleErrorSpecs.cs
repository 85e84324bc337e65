using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>A wrong rule is named with file, line and key, and left out of the book; the others are read.</summary>
public class RuleErrorSpecs
{
    private const string Source = "supervision/promise-overdue.yaml";

    private const string Right = """
        name: 超过承诺时限
        version: 1
        family: timeliness
        level: yellow
        on: clock-rung-passed
        when: clock.level = "yellow"
        finding: 超过承诺时限。
        basis: 监察规则说明
        examples:
          - name: 黄牌
            given: { clock: { level: yellow } }
            then: alert
          - name: 红牌
            given: { clock: { level: red } }
            then: none

        """;

    private const string Policy = """
        version: 1
        basis: 评分办法
        monthly-points: 100
        levels:
          warning: { points: 3, every: 3, tell: [officer] }
          yellow: { points: 5, every: 1, tell: [officer, department-head] }
          red: { points: 10, every: 1, tell: [supervisor] }
        reply: { amount: 5, unit: working-days, basis: 督办 }
        appeals: 1

        """;

    [Fact]
    public void The_rule_without_a_fault_is_read()
    {
        using var library = Library(Right);

        var book = LibraryReader.Read(library.Folder).Supervision;

        book.Unreadable.ShouldBeEmpty();
        book.Rules.Single().Id.ShouldBe("promise-overdue");
    }

    [Theory]
    [InlineData("when: clock.level = \"yellow\"", "when: clock.level = ", 6, "when", "Expected 'when' to be a FEEL condition, but it is not: ")]
    [InlineData("when: clock.level = \"yellow\"", "when: clock.colour = \"yellow\"", 6, "when", "Expected a fact of 'clock', but there is no 'clock.colour'.")]
    [InlineData("when: clock.level = \"yellow\"", "when: step.kind = \"yellow\"", 6, "when", "Expected one of the facts entry, actor, case, matter, clock, but found 'step'.")]
    [InlineData("given: { clock: { level: red } }", "given: { clock: { colour: red } }", 14, "examples[1].given.clock.colour", "Expected one of the keys ")]
    [InlineData("given: { clock: { level: red } }", "given: { step: { kind: review } }", 14, "examples[1].given.step", "Expected one of the keys actor, case, clock, entry, matter, but found 'step'.")]
    [InlineData("given: { clock: { level: red } }", "given: { clock: { daysLeft: two } }", 14, "examples[1].given.clock.daysLeft", "Expected 'examples[1].given.clock.daysLeft' to be a number, but it is 'two'.")]
    [InlineData("then: none", "then: alert", 15, "examples[1].then", "Expected rule 'promise-overdue' to raise an alert in example '红牌', but it raises none.")]
    [InlineData("when: clock.level = \"yellow\"", "when: 1 / clock.daysLeft > 2", 12, "examples[0].then", "Expected rule 'promise-overdue' to answer true or false, but it answers null.")]
    [InlineData("when: clock.level = \"yellow\"", "when: clock.level", 12, "examples[0].then", "Expected rule 'promise-overdue' to answer true or false, but it answers \"yellow\".")]
    [InlineData("family: timeliness", "family: self-check", 3, "family", "Expected one of the five families, but 'self-check' belongs to the engine.")]
    [InlineData("level: yellow\non", "level: orange\non", 4, "level", "Expected 'level' to be one of warning, yellow, red, but it is 'orange'.")]
    [InlineData("basis: 监察规则说明\n", "", 1, "basis", "Expected key 'basis', but it is missing.")]
    [InlineData("version: 1", "version: 0", 2, "version", "Expected 'version' to be 1 or more, but it is 0.")]
    public void A_wrong_rule_is_left_out_and_named(string right, string wrong, int line, string key, string message)
    {
        Right.ShouldContain(right);
        using var library = Library(Right.Replace(right, wrong, StringComparison.Ordinal));

        var book = LibraryReader.Read(library.Folder).Supervision;

        book.Rules.Select(rule => rule.Id).ShouldBeEmpty();
        var error = book.Unreadable.First(error => error.ElementId == key);
        (error.Source, error.Line).ShouldBe((Source, line));
        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public void A_rule_without_examples_is_an_error()
    {
        using var library = Library(Right[..Right.IndexOf("examples:", StringComparison.Ordinal)]);

        LibraryReader.Read(library.Folder).Supervision.Unreadable.ShouldContain(error => error.Source == Source && error.Message == "Expected key 'examples', but it is missing.");
    }

    [Fact]
    public void A_rule_without_a_counter_example_is_an_error()
    {
        using var library = Library(Right[..Right.IndexOf("  - name: 红牌", StringComparison.Ordinal)]);

        var error = LibraryReader.Read(library.Folder).Supervision.Unreadable.Single();
        error.Message.ShouldBe("Expected rule 'promise-overdue' to have an example with an alert and one without, but one of them is missing.");
        error.Line.ShouldBe(10);
    }

    [Fact]
    public void Rules_without_what_the_cards_mean_are_an_error()
    {
        using var library = new TemporaryLibrary().With(Source, Right);

        var book = LibraryReader.Read(library.Folder).Supervision;

        book.Policy.ShouldBeNull();
        book.Unreadable.Single().Message.ShouldBe("Expected the file 'supervision/policy/cards.yaml', but it does not exist.");
    }

    [Theory]
    [InlineData("points: 3", "points: 0", "Expected 'points' to be 1 or more, but it is 0.")]
    [InlineData("tell: [officer]", "tell: []", "Expected at least one who is told, but there is none.")]
    [InlineData("unit: working-days", "unit: working-hours", "Expected a reply in working days or natural days, but it is in WorkingHours.")]
    public void A_wrong_policy_is_named(string right, string wrong, string message)
    {
        using var library = new TemporaryLibrary().With(Source, Right).With("supervision/policy/cards.yaml", Policy.Replace(right, wrong, StringComparison.Ordinal));

        LibraryReader.Read(library.Folder).Supervision.Unreadable.Single().Message.ShouldBe(message);
    }

    private static TemporaryLibrary Library(string rule) => new TemporaryLibrary().With(Source, rule).With("supervision/policy/cards.yaml", Policy);
}
