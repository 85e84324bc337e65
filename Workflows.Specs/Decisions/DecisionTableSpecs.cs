using Shouldly;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Decisions;

public class DecisionTableSpecs
{
    private const string OneOutput = "<output/>";
    private const string RankedOutput = "<output><outputValues><text>\"high\",\"middle\",\"low\"</text></outputValues></output>";

    private static readonly string[] Overlapping = ["> 100 | \"low\"", "> 10 | \"high\"", "- | \"middle\""];

    [Theory]
    [InlineData("hitPolicy=\"UNIQUE\"", 5, "\"middle\"", "3")]
    [InlineData("hitPolicy=\"FIRST\"", 500, "\"low\"", "1")]
    [InlineData("hitPolicy=\"PRIORITY\"", 500, "\"high\"", "2")]
    [InlineData("hitPolicy=\"ANY\"", 5, "\"middle\"", "3")]
    [InlineData("hitPolicy=\"RULE ORDER\"", 500, "[\"low\", \"high\", \"middle\"]", "1 2 3")]
    [InlineData("hitPolicy=\"OUTPUT ORDER\"", 500, "[\"high\", \"middle\", \"low\"]", "2 3 1")]
    [InlineData("hitPolicy=\"COLLECT\"", 500, "[\"low\", \"high\", \"middle\"]", "1 2 3")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 50, "2", "2 3")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", 500, "\"high\"", "1 2 3")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", 500, "\"middle\"", "1 2 3")]
    public void A_hit_policy_makes_one_value_and_tells_its_rules(string policy, int area, string value, string rules)
    {
        var result = Evaluate(Dmn.Table(policy, RankedOutput, Overlapping), area);

        result.Warnings.ShouldBeEmpty();
        result.Value.ToString().ShouldBe(value);
        string.Join(' ', result.MatchedRules.Select(rule => rule.Rule)).ShouldBe(rules);
        result.MatchedRules.ShouldAllBe(rule => rule.Table == "result" && rule.RuleId == $"r{rule.Rule}");
    }

    [Fact]
    public void Collected_numbers_are_summed_exactly()
    {
        var table = Dmn.Table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", OneOutput, "> 0 | 0.1", "> 1 | 0.2", "> 1000 | 5");

        Evaluate(table, 10).Value.ShouldBe(0.3m);
    }

    [Theory]
    [InlineData("hitPolicy=\"UNIQUE\"", "Expected at most one rule of table 'result' to match, but rules 1, 2, 3 do.")]
    [InlineData("hitPolicy=\"ANY\"", "Expected all matching rules of table 'result' to give the same, but rules 1, 2, 3 differ.")]
    public void Rules_that_contradict_each_other_give_null(string policy, string warning)
    {
        var result = Evaluate(Dmn.Table(policy, OneOutput, Overlapping), 500);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldBe([warning]);
        result.MatchedRules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hitPolicy=\"FIRST\"", "null")]
    [InlineData("hitPolicy=\"COLLECT\"", "[]")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "0")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "null")]
    public void Without_a_match_there_is_nothing(string policy, string value) =>
        Evaluate(Dmn.Table(policy, OneOutput, "> 1000 | 1"), 5).Value.ToString().ShouldBe(value);

    [Fact]
    public void Without_a_match_the_default_holds_and_is_told_as_rule_0()
    {
        var table = Dmn.Table("hitPolicy=\"FIRST\"", "<output><defaultOutputEntry><text>area * 2</text></defaultOutputEntry></output>", "> 1000 | 1");

        var result = Evaluate(table, 5);

        result.Value.ShouldBe(10);
        result.MatchedRules.ShouldHaveSingleItem().Rule.ShouldBe(0);
    }

    [Fact]
    public void Several_outputs_are_a_context()
    {
        var table = Dmn.Table("hitPolicy=\"FIRST\"", "<output name=\"route\"/><output name=\"days\"/>", "<= 300 | \"instant\" | 0", "- | \"review\" | area / 100");

        Evaluate(table, 500).Value.ShouldBe(FeelContext.Empty.With("route", "review").With("days", 5));
    }

    [Fact]
    public void Priority_looks_at_the_outputs_from_left_to_right()
    {
        var outputs = "<output name=\"a\"><outputValues><text>1,2</text></outputValues></output><output name=\"b\"><outputValues><text>\"x\",\"y\"</text></outputValues></output>";
        var table = Dmn.Table("hitPolicy=\"PRIORITY\"", outputs, "- | 2 | \"x\"", "- | 1 | \"y\"", "- | 1 | \"x\"");

        Evaluate(table, 1).MatchedRules.ShouldHaveSingleItem().Rule.ShouldBe(3);
    }

    [Theory]
    [InlineData("< 10, > 100", 500, true)]
    [InlineData("not(5)", 6, true)]
    [InlineData("not(5)", 5, false)]
    [InlineData("not([1..9], 20)", 20, false)]
    [InlineData("[1..9]", 9, true)]
    [InlineData("? * 2 > 10", 6, true)]
    [InlineData("odd(?)", 6, false)]
    [InlineData("area > 5 and area < 7", 6, true)]
    [InlineData("null", 6, false)]
    [InlineData("-", 6, true)]
    [InlineData("-6", 6, false)]
    [InlineData("\"6\"", 6, false)]
    public void A_cell_tests_its_input(string cell, int area, bool matches) =>
        Evaluate(Dmn.Table("hitPolicy=\"FIRST\"", OneOutput, $"{cell} | true", "- | false"), area).Value.ShouldBe(matches);

    [Fact]
    public void An_empty_cell_takes_any_input() =>
        Evaluate(Dmn.Table("hitPolicy=\"FIRST\"", OneOutput, " | 1"), 6).Value.ShouldBe(1);

    [Fact]
    public void An_input_outside_its_allowed_values_gives_null()
    {
        var model = Dmn.Decision("""
            <decisionTable>
              <input label="面积"><inputExpression><text>area</text></inputExpression><inputValues><text>[0..1000]</text></inputValues></input>
              <output/>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
            </decisionTable>
            """);

        var result = Evaluate(model, 5000);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldBe(["Expected input '面积' of table 'result' to have one of its allowed values, but it is 5000."]);
        Evaluate(model, 5).Value.ShouldBe(1);
    }

    [Fact]
    public void An_output_of_another_type_gives_null()
    {
        var result = Evaluate(Dmn.Table("hitPolicy=\"FIRST\"", "<output typeRef=\"number\"/>", "- | \"five\""), 5);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldBe(["Expected output 'result' of table 'result' to be number, but it is \"five\"."]);
    }

    [Fact]
    public void What_stands_beside_a_rule_is_told_with_it()
    {
        var model = Dmn.Decision("""
            <decisionTable hitPolicy="FIRST">
              <input><inputExpression><text>area</text></inputExpression></input>
              <output/>
              <annotation name="依据"/>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry><annotationEntry><text>第十二条</text></annotationEntry></rule>
            </decisionTable>
            """);

        Evaluate(model, 5).MatchedRules.ShouldHaveSingleItem().Annotations.ShouldBe(["第十二条"]);
    }

    private static DecisionResult Evaluate(DecisionModel model, int area) => model.Evaluate("result", FeelContext.Empty.With("area", area));
}
