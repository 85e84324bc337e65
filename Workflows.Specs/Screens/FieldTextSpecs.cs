using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Designer.Forms;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>What a person types becomes the value that the engine checks.</summary>
public sealed class FieldTextSpecs
{
    [Theory]
    [InlineData("12.50")]
    [InlineData(" 12.5 ")]
    public void A_number_may_have_spaces_around_it(string typed) => Read(FieldKind.Number, typed).ShouldBe((FeelValue)12.5m);

    [Theory]
    [InlineData("1,000")]
    [InlineData("约 100")]
    public void What_is_no_number_stays_a_text_for_the_engine_to_refuse(string typed) => Read(FieldKind.Number, typed).ShouldBe((FeelValue)typed);

    [Theory]
    [InlineData(FieldText.Yes, true)]
    [InlineData(FieldText.No, false)]
    public void Yes_and_no_are_truth_values(string typed, bool value) => Read(FieldKind.YesNo, typed).ShouldBe((FeelValue)value);

    [Fact]
    public void Identification_numbers_are_written_in_capitals() => Read(FieldKind.CitizenId, "11010519491231002x").ShouldBe((FeelValue)"11010519491231002X");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_typed_is_no_value(string? typed) => Read(FieldKind.Text, typed).ShouldBe(FeelValue.Null);

    [Theory]
    [InlineData(FieldKind.Number, "12.5")]
    [InlineData(FieldKind.YesNo, FieldText.No)]
    [InlineData(FieldKind.Date, "2026-03-05")]
    [InlineData(FieldKind.Text, "和平北路88号")]
    public void A_value_is_shown_as_it_was_typed(FieldKind kind, string typed) => FieldText.Of(Read(kind, typed)).ShouldBe(typed);

    private static FeelValue Read(FieldKind kind, string? typed) => FieldText.Read(Field(kind), typed);

    private static FormField Field(FieldKind kind) => new("field", "字段", kind, false, null, null, null, null, null, null, [], []);
}
