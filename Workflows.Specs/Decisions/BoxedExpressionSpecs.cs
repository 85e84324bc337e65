using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Decisions;

public class BoxedExpressionSpecs
{
    [Fact]
    public void A_literal_expression() => ShouldBe(Dmn.Literal("area + 1"), "8");

    [Fact]
    public void A_context_whose_entries_see_those_before() => ShouldBe($"""
        <context>
          <contextEntry><variable name="floor area"/>{Dmn.Literal("area * 2")}</contextEntry>
          <contextEntry><variable name="rest"/>{Dmn.Literal("floor area - area")}</contextEntry>
        </context>
        """, "{floor area: 14, rest: 7}");

    [Fact]
    public void A_context_that_ends_with_a_result() => ShouldBe($"""
        <context>
          <contextEntry><variable name="half"/>{Dmn.Literal("area / 2")}</contextEntry>
          <contextEntry>{Dmn.Literal("half + 1")}</contextEntry>
        </context>
        """, "4.5");

    [Fact]
    public void A_function_definition_and_its_invocation() => ShouldBe($"""
        <context>
          <contextEntry><variable name="times"/><functionDefinition>
            <formalParameter name="a" typeRef="number"/><formalParameter name="b" typeRef="number"/>{Dmn.Literal("a * b + area")}
          </functionDefinition></contextEntry>
          <contextEntry><invocation>{Dmn.Literal("times")}
            <binding><parameter name="b"/>{Dmn.Literal("3")}</binding>
            <binding><parameter name="a"/>{Dmn.Literal("area")}</binding>
          </invocation></contextEntry>
        </context>
        """, "28");

    [Fact]
    public void A_relation() => ShouldBe($"""
        <relation>
          <column name="code"/><column name="pages"/>
          <row>{Dmn.Literal("\"A1\"")}{Dmn.Literal("area")}</row>
          <row>{Dmn.Literal("\"B2\"")}{Dmn.Literal("2")}</row>
        </relation>
        """, "[{code: \"A1\", pages: 7}, {code: \"B2\", pages: 2}]");

    [Fact]
    public void A_list() => ShouldBe($"<list>{Dmn.Literal("area")}{Dmn.Literal("1")}</list>", "[7, 1]");

    [Theory]
    [InlineData("area > 5", "\"large\"")]
    [InlineData("area > 50", "\"small\"")]
    public void A_conditional(string condition, string expected) => ShouldBe($"""
        <conditional>
          <if>{Dmn.Literal(condition)}</if><then>{Dmn.Literal("\"large\"")}</then><else>{Dmn.Literal("\"small\"")}</else>
        </conditional>
        """, expected);

    [Fact]
    public void A_filter() => ShouldBe($"<filter><in>{Dmn.Literal("[{n: 1}, {n: 9}]")}</in><match>{Dmn.Literal("n > area")}</match></filter>", "[{n: 9}]");

    [Fact]
    public void A_loop_that_sees_its_results() => ShouldBe(
        $"<for iteratorVariable=\"i\"><in>{Dmn.Literal("1..3")}</in><return>{Dmn.Literal("i + sum(append(partial, 0))")}</return></for>".Replace("1..3", "[1, 2, 3]", StringComparison.Ordinal),
        "[1, 3, 7]");

    [Theory]
    [InlineData("every", "false")]
    [InlineData("some", "true")]
    public void A_quantified_expression(string kind, string expected) => ShouldBe(
        $"<{kind} iteratorVariable=\"x\"><in>{Dmn.Literal("[1, 9]")}</in><satisfies>{Dmn.Literal("x > area")}</satisfies></{kind}>",
        expected);

    [Fact]
    public void An_entry_of_another_type_is_null()
    {
        var model = Dmn.Decision($"<context><contextEntry><variable name=\"a\" typeRef=\"string\"/>{Dmn.Literal("area")}</contextEntry></context>");

        var result = model.Evaluate("result", FeelContext.Empty.With("area", 7));

        result.Value.ShouldBe(FeelContext.Empty.With("a", FeelValue.Null));
        result.Warnings.ShouldBe(["Expected 'a' to be string, but it is 7."]);
    }

    private static void ShouldBe(string expression, string expected)
    {
        var result = Dmn.Decision(expression).Evaluate("result", FeelContext.Empty.With("area", 7));

        result.Warnings.ShouldBeEmpty();
        result.Value.ToString().ShouldBe(expected);
    }
}
