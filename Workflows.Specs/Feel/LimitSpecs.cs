using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Feel;

/// <summary>A hostile expression ends, soon, with null and a warning; a hostile text with a syntax error.</summary>
public class LimitSpecs
{
    // The bound itself is counted, never timed; this only tells "at once" from "hangs". On a quiet machine each ends in under 100 ms.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("count(for i in 1..100000000 return i)", "characters and list items")]
    [InlineData("count(for a in 1..2000, b in 1..2000 return a * b)", "steps")]
    [InlineData("for a in 1..1000, b in 1..1000, c in 1..1000 return a", "steps")]
    [InlineData("some a in 1..3000, b in 1..3000 satisfies a + b < 0", "steps")]
    [InlineData("count(for i in 1..100 return if i = 1 then \"ab\" else partial[-1] + partial[-1])", "characters and list items")]
    [InlineData("count(for i in 1..100 return if i = 1 then [1] else [partial[-1], partial[-1]])", "parts")]
    [InlineData("count(for i in 1..1000 return if i = 1 then [] else [partial[-1]])", "nested at most 100 deep")]
    [InlineData("{f: function(n, f) f(n + 1, f), r: f(1, f)}.r", "functions that call each other")]
    [InlineData("{f: function(n, f) if n < 2 then 1 else f(n - 1, f) + f(n - 2, f), r: f(40, f)}.r", "steps")]
    [InlineData("count(for i in 1..100000 return 10 ** 40)", "steps")]
    [InlineData("count(for i in 1..100000 return 1 / 0)", "steps")]
    [InlineData("sort(for i in 1..100000 return -i)", "steps")]
    [InlineData("count(for i in 1..1000 return matches(\"a\", \"a\" + string(i)))", "steps")]
    [InlineData("{s: string join(for i in 1..20000 return \"0123456789\"), r: count(for i in 1..100000 return string length(s))}.r", "steps")]
    [InlineData("{s: string join(for i in 1..20000 return \"0123456789\"), r: count(for i in 1..100000 return upper case(s))}.r", "characters and list items")]
    [InlineData("{s: string join(for i in 1..20000 return \"0123456789\"), r: count(for i in 1..100000 return s + 1)}.r", "steps")]
    [InlineData("{l: for i in 1..50000 return i, r: count(for i in 1..50000 return 0 in l)}.r", "steps")]
    [InlineData("count(for i in 1..100000 return time(\"10:00:00@Foo/Bar\" + string(i)))", "steps")]
    [InlineData("flatten(for i in 1..30 return if i = 1 then [1, 1] else [partial[-1], partial[-1]])", "parts")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|a)*\\\\1$\")", "steps")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a*)*\\\\1$\")", "steps")]
    [InlineData("{s: string join(for i in 1..2000 return \"a\"), r: matches(s, \"(a*)(a*)(a*)\\\\1b\")}.r", "steps")]
    public void A_hostile_expression_meets_a_bound(string text, string bound)
    {
        var expression = FeelExpression.Parse(text);
        expression.Evaluate(FeelContext.Empty);

        FeelResult result = default;
        var spent = ThreadTime.Of(() => result = expression.Evaluate(FeelContext.Empty));

        spent.ShouldBeLessThan(Soon);
        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings[^1].ShouldContain(bound);
    }

    [Theory]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", "false")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a|aa)*$\")", "false")]
    [InlineData("count(for i in 1..10000 return i * 2)", "10000")]
    [InlineData("99999999999999999999999999 ** 0", "1")]
    public void What_only_looks_hostile_is_answered(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Theory]
    [InlineData("(((a{100}){100}){100})")]
    [InlineData("(x{1000}){1000}")]
    [InlineData("a{99999999}")]
    public void A_pattern_that_would_need_a_giant_automaton_is_refused(string pattern) =>
        FeelCase.ShouldFail($"matches(\"a\", \"{pattern}\")", "Expected a regular expression");

    [Fact]
    public void Deep_nesting_is_a_syntax_error()
    {
        foreach (var text in new[]
        {
            string.Concat(Enumerable.Repeat("(", 20_000)),
            string.Concat(Enumerable.Repeat("[", 20_000)),
            string.Concat(Enumerable.Repeat("{a:", 10_000)),
            string.Concat(Enumerable.Repeat("if ", 20_000)),
            string.Concat(Enumerable.Repeat("f(", 20_000)),
            string.Concat(Enumerable.Repeat("x in (", 10_000)),
            string.Concat(Enumerable.Repeat("function(a) ", 5_000)),
            string.Concat(Enumerable.Repeat("1 + ", 15_000)) + "1",
            string.Concat(Enumerable.Repeat("a.", 15_000)) + "b",
            "a" + string.Concat(Enumerable.Repeat("[1]", 15_000)),
            "x instance of " + string.Concat(Enumerable.Repeat("list<", 10_000)),
        })
        {
            Exception? error = null;
            var spent = ThreadTime.Of(() => error = Record.Exception(() => FeelExpression.Parse(text)));

            error.ShouldBeOfType<FeelSyntaxException>(text[..20]);
            spent.ShouldBeLessThan(Soon, text[..20]);
        }
    }

    [Fact]
    public void A_long_text_is_refused() =>
        Should.Throw<FeelSyntaxException>(() => FeelExpression.Parse(new string('a', FeelLimits.Length + 1)))
            .Message.ShouldBe("Expected at most 65536 characters, but there are 65537.");

    [Fact]
    public void A_long_condition_of_many_parts_is_no_attack()
    {
        var condition = string.Join(" or ", Enumerable.Range(0, 2_000).Select(i => $"code = \"A{i}\""));

        FeelExpression.Parse(condition).Evaluate(FeelContext.Empty.With("code", "A1999")).IsTrue.ShouldBeTrue();
    }

    [Fact]
    public void Warnings_are_not_kept_without_end() =>
        FeelCase.Evaluate("for i in 1..1000 return 1 / 0").Warnings.Count.ShouldBe(FeelLimits.Warnings);

    [Fact]
    public void One_evaluation_does_not_pay_for_another()
    {
        var greedy = FeelExpression.Parse("for a in 1..2000, b in 1..2000 return a");

        greedy.Evaluate(FeelContext.Empty).Value.ShouldBe(FeelValue.Null);

        FeelCase.ShouldBe("sum(for i in 1..1000 return i)", "500500");
    }
}
