using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

public class GrammarSpecs
{
    [Theory]
    [InlineData("for i in 1..3 return i * i", "[1, 4, 9]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for i in [1..4) return i", "[1, 2, 3]")]
    [InlineData("for d in @\"2026-02-27\"..@\"2026-03-01\" return d.day", "[27, 28, 1]")]
    [InlineData("for x in [1, 2], y in [x, 10] return x * y", "[1, 10, 4, 20]")]
    [InlineData("for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]")]
    [InlineData("some x in [1, 2], y in [2, 3] satisfies x = y", "true")]
    [InlineData("every x in [] satisfies x > 1", "true")]
    [InlineData("(function(a: number, b) a + b)(1, 2)", "3")]
    [InlineData("{double: function(n) n * 2, y: double(4)}.y", "8")]
    [InlineData("{fact: function(n, self) if n < 2 then 1 else n * self(n - 1, self)}.fact(5, 1)", "null")]
    [InlineData("{f: function(n, self) if n < 2 then 1 else n * self(n - 1, self), r: f(5, f)}.r", "120")]
    [InlineData("if 1 > 2 then \"a\" else if 2 > 1 then \"b\" else \"c\"", "\"b\"")]
    [InlineData("1 + if true then 2 else 3", "3")]
    [InlineData("// a comment\n 1 /* and another */ + 1", "2")]
    [InlineData("\"\\u0041\\n\\\"\"", "\"A\\n\\\"\"")]
    [InlineData("1 instance of number", "true")]
    [InlineData("null instance of number", "false")]
    [InlineData("[1, 2] instance of list<number>", "true")]
    [InlineData("[1, \"a\"] instance of list<number>", "false")]
    [InlineData("{a: 1, b: 2} instance of context<a: number>", "true")]
    [InlineData("{} instance of context<a: number>", "false")]
    [InlineData("[1..2] instance of range<number>", "true")]
    [InlineData("count instance of function<list<number>> -> number", "true")]
    [InlineData("(function(a: string) a) instance of function<string> -> Any", "true")]
    [InlineData("(function(a: string) a) instance of function<number> -> Any", "false")]
    [InlineData("(function(a, b) a) instance of function<number> -> Any", "false")]
    [InlineData("{a: 1, a: 2}", "null")]
    [InlineData("[1, 2][\"x\"]", "null")]
    [InlineData("@\"P1Y\" instance of years and months duration", "true")]
    [InlineData("1 in (1, 2) and not(3 in (1, 2))", "true")]
    [InlineData("5 in (? > 3, 1)", "true")]
    [InlineData("materials[pages > 5 and not(original)].code[1]", "\"B2\"")]
    [InlineData("{日期: @\"2026-02-13\", 结果: 日期.year}.结果", "2026")]
    [InlineData("1 between 0 and 2 and true", "true")]
    [InlineData("1 = 1 != false", "true")]
    [InlineData("substring(start position: 2, string: \"abc\")", "\"bc\"")]
    [InlineData("[1, 2, 3][item >= 2][1]", "2")]
    [InlineData("[[1, 2], [3]][2][1]", "3")]
    [InlineData("1[1]", "1")]
    [InlineData("sort([2, 1], function(x, y) x < y)[1]", "1")]
    public void An_expression_means(string expression, string expected) =>
        FeelCase.Evaluate(expression).Value.ShouldBe(FeelCase.Evaluate(expected).Value, string.Join(' ', FeelCase.Evaluate(expression).Warnings));

    [Fact]
    public void Words_that_follow_each_other_are_one_name()
    {
        var scope = FeelContext.Empty.With("floor area", 80).With("申请 面积 2", 5);

        FeelExpression.Parse("floor  area + 申请 面积 2").Evaluate(scope).Value.ShouldBe(85);
    }

    [Theory]
    [InlineData("profit and loss > 3", "profit and loss")]
    [InlineData("a-b > 3", "a-b")]
    [InlineData("Teacher's mark (1) > 3", "Teacher's mark (1)")]
    [InlineData("version 2.1 > 3", "version 2.1")]
    public void A_known_name_may_hold_keywords_and_operators(string expression, string name)
    {
        var vocabulary = new FeelVocabulary([name, "a", "profit"]);

        var parsed = FeelExpression.Parse(expression, vocabulary);

        parsed.Names.ShouldBe([name]);
        parsed.Evaluate(FeelContext.Empty.With(name, 4)).IsTrue.ShouldBeTrue();
    }

    [Fact]
    public void A_variable_hides_the_function_of_its_name() =>
        FeelExpression.Parse("count + 1").Evaluate(FeelContext.Empty.With("count", 2)).Value.ShouldBe(3);

    [Fact]
    public void An_entry_of_the_item_hides_the_variable_outside()
    {
        var scope = (FeelContext)FeelJson.Parse("""{"pages": 100, "list": [{"pages": 1}, {"other": 2}]}""");

        FeelExpression.Parse("list[pages = 100]").Evaluate(scope).Value.ShouldBe(FeelJson.Parse("""[{"other": 2}]"""));
    }

    [Theory]
    [InlineData("nobody(1)", "Expected a function before '(', but found none.")]
    [InlineData("1 < \"a\"", "Expected two values that can be compared, but found number 1 and string \"a\".")]
    [InlineData("(function(a: number) a)(\"x\")", "Expected 'a' of function '' to be number, but it is \"x\".")]
    [InlineData("(function(a) a)(1, 2)", "Expected function '' to be given 1 values, but it was given 2.")]
    [InlineData("(function(a) a)(b: 1)", "Expected function '' to be given a, but it was given 'b'.")]
    [InlineData("for i in \"a\"..\"z\" return i", "Expected to go from one whole number or date to another")]
    [InlineData("some x in [1] satisfies x", "Expected a condition after 'satisfies', but found 1.")]
    [InlineData("1 instance of colour", "Expected the name of a type, but 'colour' is none.")]
    [InlineData("(function(a) external {java: {class: \"X\"}})(1)", "which is not supported")]
    public void What_cannot_be_evaluated_is_null_with_a_reason(string expression, string warning)
    {
        var result = FeelCase.Evaluate(expression);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldContain(sentence => sentence.Contains(warning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_function_of_the_host_can_be_put_into_the_scope()
    {
        var twice = FeelFunction.Native("twice", ["n"], values => ((FeelNumber)values[0]).Value * 2);
        var scope = FeelContext.Empty.With("twice", twice);

        FeelExpression.Parse("twice(n: 4)").Evaluate(scope).Value.ShouldBe(8);
        FeelExpression.Parse("twice()").Evaluate(scope).Warnings.ShouldBe(["Expected function 'twice' to be given 1 values, but it was given 0."]);
    }

    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");

        try
        {
            FeelCase.Evaluate("string(1.5) + upper case(\"i\") + string(1 / 4)").Value.ShouldBe("1.5I0.25");
            FeelCase.Evaluate("1234.5 > 1,5".Replace(',', '.')).IsTrue.ShouldBeTrue();
            FeelJson.Text(1.5m).ShouldBe("1.5");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
