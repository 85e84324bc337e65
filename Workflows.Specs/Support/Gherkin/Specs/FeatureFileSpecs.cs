using Shouldly;
using Xunit;

namespace Workflows.Specs.Support.Gherkin.Specs;

public class FeatureFileSpecs
{
    private const string Text = """
        # language: zh-CN
        @时限
        功能: 停止计时
          背景:
            假如日历是"2026"

          场景: 没有规则
            当补正

          规则: 补正期间不计时

            背景:
              并且办件已受理

            @重要
            场景大纲: 补正 <天数> 天
              当补正"<天数>"天
              那么时限是
                | 单位   | 天数   |
                | 工作日 | <天数> |
              并且说明是
                '''
                停了 <天数> 天
                '''

              例子:
                | 天数 |
                | 3    |
                | 5    |
        """;

    private static readonly IReadOnlyList<Scenario> Scenarios = FeatureFile.Read("停止计时.feature", new StringReader(Text.Replace("'''", "\"\"\"", StringComparison.Ordinal)));

    [Fact]
    public void Each_example_row_is_a_scenario_under_its_own_name() => Scenarios.Select(scenario => scenario.FullName).ShouldBe(
    [
        "停止计时 › 没有规则",
        "停止计时 › 补正期间不计时 › 补正 3 天",
        "停止计时 › 补正期间不计时 › 补正 5 天",
    ]);

    [Fact]
    public void A_scenario_stands_where_its_row_stands() => Scenarios.Select(scenario => scenario.Line).ShouldBe([7, 28, 29]);

    [Fact]
    public void Backgrounds_of_the_feature_and_of_the_rule_come_first() =>
        Scenarios[1].Steps.Select(step => step.Text).ShouldBe(["日历是\"2026\"", "办件已受理", "补正\"3\"天", "时限是", "说明是"]);

    [Fact]
    public void The_background_of_a_rule_stays_in_the_rule() => Scenarios[0].Steps.Select(step => step.Text).ShouldBe(["日历是\"2026\"", "补正"]);

    [Fact]
    public void Tags_are_those_of_the_feature_and_of_the_scenario() => Scenarios[2].Tags.ShouldBe(["时限", "重要"]);

    [Fact]
    public void The_values_of_a_row_fill_tables_and_doc_strings()
    {
        Scenarios[2].Steps[3].Below.ShouldHaveSingleItem().ShouldBeOfType<StepTable>().Rows.ShouldHaveSingleItem()["天数"].ShouldBe("5");
        Scenarios[2].Steps[4].Below.ShouldHaveSingleItem().ShouldBe("停了 5 天");
    }

    [Fact]
    public void An_empty_file_is_refused_by_name() =>
        Should.Throw<InvalidDataException>(() => FeatureFile.Read("空.feature", new StringReader("")))
            .Message.ShouldBe("Expected '空.feature' to hold a feature, but it is empty.");
}
