using Xunit;

namespace Workflows.Specs.Feel;

public class RangeSpecs
{
    [Theory]
    [InlineData("5 in [1..5]", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("5 in ]5..9]", "false")]
    [InlineData("5 in [1..5[", "false")]
    [InlineData("5 in (> 4)", "true")]
    [InlineData("5 in <= 4", "false")]
    [InlineData("\"b\" in [\"a\"..\"c\"]", "true")]
    [InlineData("5 in [[1..2], [4..6]]", "true")]
    [InlineData("[1..10].start included", "true")]
    [InlineData("(1..10].end", "10")]
    [InlineData("before(1, [5..9])", "true")]
    [InlineData("after([5..9], 1)", "true")]
    [InlineData("meets([1..5], [5..9])", "true")]
    [InlineData("met by([5..9], [1..5])", "true")]
    [InlineData("overlaps([1..5], [5..9])", "true")]
    [InlineData("overlaps before([1..5], [3..9])", "true")]
    [InlineData("overlaps after([3..9], [1..5])", "true")]
    [InlineData("finishes(9, [1..9])", "true")]
    [InlineData("finished by([1..9], [5..9])", "true")]
    [InlineData("includes([1..9], 5)", "true")]
    [InlineData("during([2..3], [1..9])", "true")]
    [InlineData("starts(1, [1..9])", "true")]
    [InlineData("started by([1..9], [1..2])", "true")]
    [InlineData("coincides([1..9], [1..9])", "true")]
    [InlineData("includes([1..9], (> 5))", "false")]
    [InlineData("range(\"[1..3]\") = [1..3]", "true")]
    public void Ranges_relate(string expression, string expected) => FeelCase.ShouldBe(expression, expected);

    [Theory]
    [InlineData("before(1, \"a\")", "that can be compared")]
    [InlineData("meets(1, [1..2])", "Expected points or ranges for 'meets' that can be compared")]
    [InlineData("[1..\"a\"]", "Expected a range between two values that can be compared")]
    [InlineData("range(\"[today()..3]\")", "Expected the text of a range")]
    public void What_cannot_be_compared_is_null(string expression, string warning) => FeelCase.ShouldFail(expression, warning);
}
