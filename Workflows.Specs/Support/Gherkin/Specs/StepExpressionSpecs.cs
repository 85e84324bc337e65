using Shouldly;
using Xunit;

namespace Workflows.Specs.Support.Gherkin.Specs;

public class StepExpressionSpecs
{
    [Theory]
    [InlineData("时限是 {int} 个工作日", "时限是 20 个工作日", "20")]
    [InlineData("面积是 {decimal} 平方米", "面积是 60.5 平方米", "60.5")]
    [InlineData("答案是 {decimal}", "答案是 -3", "-3")]
    [InlineData("申请人是{string}", "申请人是\"老王 面馆\"", "老王 面馆")]
    [InlineData("申请人是{string}", "申请人是“老王 面馆”", "老王 面馆")]
    [InlineData("{word}局提出补正", "消防局提出补正", "消防")]
    [InlineData("于 {date} 受理", "于 2026-02-13 受理", "2026-02-13")]
    [InlineData("^办件(?:已经)?办结$", "办件已经办结")]
    [InlineData("费用是 {int} 元 (不含税)", "费用是 0 元 (不含税)", "0")]
    public void A_step_matches_as_a_whole_and_gives_its_parameters(string expression, string step, params string[] captured) =>
        new StepExpression(expression).Match(step).ShouldBe(captured);

    [Theory]
    [InlineData("时限是 {int} 天", "时限是 2.5 天")]
    [InlineData("时限是 {int} 天", "时限是 20 天以上")]
    [InlineData("于 {date} 受理", "于 2026-2-13 受理")]
    public void Another_step_does_not_match(string expression, string step) => new StepExpression(expression).Match(step).ShouldBeNull();

    [Fact]
    public void Parameters_arrive_as_the_type_that_the_method_takes()
    {
        StepExpression.Convert("20", typeof(int)).ShouldBe(20);
        StepExpression.Convert("60.5", typeof(decimal)).ShouldBe(60.5m);
        StepExpression.Convert("2026-02-13", typeof(DateOnly)).ShouldBe(new DateOnly(2026, 2, 13));
    }

    [Fact]
    public void An_unknown_parameter_is_refused() =>
        Should.Throw<ArgumentException>(() => new StepExpression("于 {day} 受理"))
            .Message.ShouldBe("Expected a step's parameter to be one of int, decimal, string, word, date, but found '{day}'.");
}
