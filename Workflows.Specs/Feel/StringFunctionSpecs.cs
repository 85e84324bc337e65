using Xunit;

namespace Workflows.Specs.Feel;

public class StringFunctionSpecs
{
    [Theory]
    [InlineData("substring(\"含山县环峰镇\", 4)", "\"环峰镇\"")]
    [InlineData("substring(\"foobar\", -3, 2)", "\"ba\"")]
    [InlineData("substring(\"foobar\", -9)", "\"foobar\"")]
    [InlineData("substring(\"\\U01F40Eab\", 2)", "\"ab\"")]
    [InlineData("string length(\"餐饮\\U01F40E\")", "3")]
    [InlineData("upper case(\"aBc4\")", "\"ABC4\"")]
    [InlineData("lower case(\"aBc4\")", "\"abc4\"")]
    [InlineData("substring before(\"foobar\", \"bar\")", "\"foo\"")]
    [InlineData("substring after(\"foobar\", \"ob\")", "\"ar\"")]
    [InlineData("substring after(\"foobar\", \"\")", "\"foobar\"")]
    [InlineData("contains(\"foobar\", \"oba\")", "true")]
    [InlineData("starts with(\"foobar\", \"fo\")", "true")]
    [InlineData("ends with(\"foobar\", \"r\")", "true")]
    [InlineData("matches(\"340522200001011234\", \"^[0-9]{17}[0-9X]$\")", "true")]
    [InlineData("matches(\"食品经营许可证\", \"^\\p{IsCJKUnifiedIdeographs}+$\")", "true")]
    [InlineData("matches(\"a\\nb\", \"a.b\")", "false")]
    [InlineData("matches(\"a\\nb\", \"a.b\", \"s\")", "true")]
    [InlineData("replace(\"2026-02-13\", \"(\\d+)-(\\d+)-(\\d+)\", \"$1年$2月$3日\")", "\"2026年02月13日\"")]
    [InlineData("replace(\"a.b\", \"\\.\", \"\\\\$\")", "\"a$b\"")]
    [InlineData("split(\"A1;B2;;\", \";\")", "[\"A1\", \"B2\", \"\", \"\"]")]
    [InlineData("string join([\"a\", null, \"b\"], \"、\")", "\"a、b\"")]
    [InlineData("string join([\"a\", \"b\"])", "\"ab\"")]
    [InlineData("string(1.10)", "\"1.1\"")]
    [InlineData("string([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\"")]
    [InlineData("string(@\"2026-02-13T09:30:00+08:00\")", "\"2026-02-13T09:30:00+08:00\"")]
    [InlineData("string(null)", "null")]
    [InlineData("\"a\" + \"b\"", "\"ab\"")]
    public void A_string_function_answers(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Theory]
    [InlineData("substring(\"foobar\", 0)", "Expected a start position other than 0")]
    [InlineData("string length(null)", "Expected string length(string: string), but it was given (null).")]
    [InlineData("upper case(1)", "Expected upper case(string: string), but it was given (1).")]
    [InlineData("matches(\"a\", \"(?=a)\")", "Expected a regular expression")]
    [InlineData("matches(\"a\", \"\\ba\")", "Expected a regular expression")]
    [InlineData("matches(\"a\", \"a\", \"g\")", "Expected a regular expression")]
    [InlineData("replace(\"abc\", \"x*\", \"-\")", "Expected a pattern that does not match the empty string")]
    [InlineData("replace(\"abc\", \"b\", \"$\")", "Expected '$' before a digit")]
    [InlineData("string join([1])", "Expected a list of strings to join, but found 1 in it.")]
    [InlineData("\"a\" + 1", "Expected values that + can take, but found string \"a\" and number 1.")]
    public void A_string_function_refuses(string expression, string warning) => FeelCase.ShouldFail(expression, warning);
}
