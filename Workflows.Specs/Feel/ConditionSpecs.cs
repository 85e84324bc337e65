using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class ConditionSpecs
{
    [Theory]
    [InlineData("area > 500 and applicant.kind = \"enterprise\"", true)]
    [InlineData("area > 500 and applicant.kind = \"person\"", false)]
    [InlineData("营业面积 <= 100", true)]
    [InlineData("applicant.business years between 1 and 3", true)]
    [InlineData("applicant.kind in (\"person\", \"enterprise\")", true)]
    [InlineData("area in [500..1000)", true)]
    [InlineData("area in (< 100, > 600)", true)]
    [InlineData("not(materials[code = \"B2\"].original[1])", true)]
    [InlineData("every m in materials satisfies m.pages > 2", true)]
    [InlineData("some m in materials satisfies m.pages > 20", false)]
    [InlineData("accepted on < date(\"2026-03-01\")", true)]
    [InlineData("if area > 1000 then false else true", true)]
    [InlineData("count(materials[pages > 10]) = 1", true)]
    [InlineData("nothing = null", true)]
    public void A_condition_is_met_or_not(string condition, bool met)
    {
        var result = FeelCase.Evaluate(condition);

        result.Warnings.ShouldBeEmpty();
        result.Value.ShouldBe(met);
        result.IsTrue.ShouldBe(met);
    }

    [Theory]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("null and false", "false")]
    [InlineData("true or null", "true")]
    [InlineData("false or null", "null")]
    [InlineData("not(null)", "null")]
    [InlineData("null > 3", "null")]
    [InlineData("null in (true)", "false")]
    [InlineData("null in (false)", "false")]
    public void Logic_has_three_values(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Fact]
    public void A_condition_that_is_null_is_not_met()
    {
        var result = FeelCase.Evaluate("floor area > 3");

        result.IsTrue.ShouldBeFalse();
        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldBe(["Expected a value named 'floor area', but the scope has none."]);
    }

    [Fact]
    public void An_expression_tells_which_variables_it_reads()
    {
        var expression = FeelExpression.Parse("sum(for m in materials return m.pages * 单价) > area and applicant.kind = \"person\"");

        expression.Names.ShouldBe(["applicant", "area", "materials", "单价"]);
    }

    [Theory]
    [InlineData("area >", "Expected an expression, but found the end at line 1, column 7.", 1, 7)]
    [InlineData("area > 3 )", "Expected an operator or the end, but found ')' at line 1, column 10.", 1, 10)]
    [InlineData("if a then b", "Expected 'else', but found the end at line 1, column 12.", 1, 12)]
    [InlineData("area = 1\nand ,", "Expected an expression, but found ',' at line 2, column 5.", 2, 5)]
    [InlineData("\"open", "Expected a quotation mark at the end of the string, but found '\"open' at line 1, column 1.", 1, 1)]
    [InlineData("f(a: 1, 2)", "Expected all arguments to have names, or none, but found ')' at line 1, column 10.", 1, 10)]
    public void What_is_no_FEEL_is_refused_with_its_place(string text, string message, int line, int column)
    {
        var error = Should.Throw<FeelSyntaxException>(() => FeelExpression.Parse(text));

        error.Message.ShouldBe(message);
        (error.Line, error.Column).ShouldBe((line, column));
    }
}
