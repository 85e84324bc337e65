using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Feel;

/// <summary>Whatever the text: it is FEEL or a syntax error, and what is FEEL evaluates to a value.</summary>
public class FeelFuzzSpecs
{
    private static readonly string[] Pieces =
    [
        "a", "applicant", "materials", "area", "item", "partial", "?", "日期", "count", "string", "not", "date and time", "sort", "number", "list",
        "1", "2.5", "1e3", "\"x\"", "\"\\u00", "@\"2026-02-13\"", "@\"P1D\"", "true", "null", "and", "or", "if", "then", "else", "for", "in", "return",
        "some", "every", "satisfies", "between", "instance", "of", "function", "external", "(", ")", "[", "]", "{", "}", "<", "<=", ">", "=", "!=",
        "+", "-", "*", "/", "**", "..", ".", ",", ":", "->", "//", "/*", "\n", "'", "“", "\\", "\0", "\uD83D",
    ];

    private static readonly string[] Sentences =
    [
        "for x in materials, y in [x..3] return if x.pages > 2 then partial else {a: y, \"b\": function(n: list<number>) n + 1}",
        "some x in (1..5] satisfies x in (< 3, [1..2[, ?) and not(x between 1 and 2) or x instance of context<a: number>",
        "sort(materials[pages > 1 and item.code != \"A\"], function(x, y) x.pages < y.pages)[-1].code",
        "replace(\"abc\", \"(b)\", \"$1\") + substring(string: \"abc\", start position: 2) = @\"2026-02-13T10:00:00@Asia/Shanghai\".timezone",
    ];

    [Fact]
    public void Any_row_of_pieces_is_an_expression_or_a_syntax_error() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), IsHarmless)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void A_sentence_with_some_pieces_changed_is_an_expression_or_a_syntax_error()
    {
        var changed =
            from sentence in Gen.Elements(Sentences)
            from at in Gen.Choose(0, sentence.Length)
            from length in Gen.Choose(0, 12)
            from piece in Gen.Elements(Pieces)
            select sentence[..at] + piece + sentence[Math.Min(sentence.Length, at + length)..];

        Prop.ForAll(changed.ToArbitrary(), IsHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Any_string_is_an_expression_or_a_syntax_error() =>
        Prop.ForAll<string>(text => IsHarmless(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_value_written_by_FEEL_is_read_as_the_same_value() =>
        Prop.ForAll(Values(3).ToArbitrary(), value =>
        {
            FeelExpression.Parse(value.ToString()).Evaluate(FeelContext.Empty).Value.ShouldBe(value);
            FeelJson.Parse(FeelJson.Text(value)).ShouldBe(value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void IsHarmless(string text)
    {
        FeelExpression expression;

        try
        {
            expression = FeelExpression.Parse(text);
        }
        catch (FeelSyntaxException error)
        {
            error.Message.ShouldStartWith("Expected");
            return;
        }

        var result = expression.Evaluate(FeelCase.Scope, FeelCase.Now);

        (result.Value is not FeelNull || result.Warnings is not null).ShouldBeTrue();
    }

    private static Gen<FeelValue> Values(int depth)
    {
        var scalars = Gen.OneOf(
            Gen.Constant(FeelValue.Null),
            Gen.Elements(true, false).Select(value => (FeelValue)value),
            Gen.Choose(-100_000, 100_000).Select(value => (FeelValue)(value / 100m)),
            Gen.Elements("", "含山", "a\"b\\c", "line\nbreak", "😀").Select(value => (FeelValue)value));

        return depth == 0 ? scalars : Gen.OneOf(
            scalars,
            Values(depth - 1).ListOf(3).Select(items => (FeelValue)new FeelList(items)),
            Values(depth - 1).ListOf(2).Select(items => (FeelValue)FeelContext.Empty.With("甲", items[0]).With("b c", items[1])));
    }
}
