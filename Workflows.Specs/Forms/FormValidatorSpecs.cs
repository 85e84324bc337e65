using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Forms;

public class FormValidatorSpecs
{
    private static readonly FormField Name = Field("name", FieldKind.Text) with { Required = true, MaximumLength = 4 };
    private static readonly FormField Lit = Field("lit", FieldKind.YesNo) with { Required = true };
    private static readonly FormField Lamps = Field("lamps", FieldKind.Number) with { Required = true, When = "form.lit = true", Minimum = 1, Maximum = 9.5m };

    private static readonly FormDefinition Form = new(
    [
        new FormSection("shop", "门店", null, [Name]),
        new FormSection("sign", "招牌", "answers.sign = true", [Lit, Lamps]),
    ]);

    [Fact]
    public void A_complete_form_has_no_fault() =>
        Validate("""{ "name": "小店", "lit": true, "lamps": 2 }""").ShouldBeEmpty();

    [Fact]
    public void What_is_required_has_to_be_filled_in() =>
        Validate("""{ "name": "  ", "lit": null }""").ShouldBe([new("name", FieldFaultCode.Required), new("lit", FieldFaultCode.Required)]);

    [Fact]
    public void A_field_is_required_only_where_its_condition_holds()
    {
        Validate("""{ "name": "小店", "lit": false }""").ShouldBeEmpty();
        Validate("""{ "name": "小店", "lit": true }""").ShouldBe([new("lamps", FieldFaultCode.Required)]);
    }

    [Fact]
    public void A_value_that_was_not_asked_for_is_refused() =>
        Validate("""{ "name": "小店", "lit": false, "lamps": 2 }""").ShouldBe([new("lamps", FieldFaultCode.NotAsked)]);

    [Fact]
    public void A_value_that_the_form_does_not_have_is_refused() =>
        Validate("""{ "name": "小店", "lit": false, "Lit": true }""").ShouldBe([new("Lit", FieldFaultCode.Unknown)]);

    [Fact]
    public void A_section_applies_by_its_condition()
    {
        var context = Context("""{ "answers": { "sign": false } }""");

        FormValidator.Validate(Form, Context("""{ "name": "小店" }"""), context).ShouldBeEmpty();
        FormValidator.Shown(Form, FeelContext.Empty, context).ShouldBe([Name]);
    }

    [Fact]
    public void A_section_applies_only_where_the_guidance_names_it()
    {
        var context = Context("""{ "answers": { "sign": true }, "guidance": { "sections": ["shop"] } }""");

        FormValidator.Shown(Form, FeelContext.Empty, context).ShouldBe([Name]);
    }

    [Fact]
    public void A_question_applies_by_the_answers_before_it()
    {
        var chain = Field("chain", FieldKind.YesNo) with { Required = true };
        var promise = Field("promise", FieldKind.YesNo) with { Required = true, When = "answers.chain = true" };

        FormValidator.ValidateAnswers([chain, promise], Context("""{ "chain": true }""")).ShouldBe([new("promise", FieldFaultCode.Required)]);
        FormValidator.ValidateAnswers([chain, promise], Context("""{ "chain": false }""")).ShouldBeEmpty();
        FormValidator.ShownQuestions([chain, promise], FeelContext.Empty).ShouldBe([chain]);
    }

    [Theory]
    [InlineData(FieldKind.Text, "true", FieldFaultCode.WrongType, "Text")]
    [InlineData(FieldKind.Number, "\"2\"", FieldFaultCode.WrongType, "Number")]
    [InlineData(FieldKind.YesNo, "\"true\"", FieldFaultCode.WrongType, "YesNo")]
    [InlineData(FieldKind.Choice, "[\"a\"]", FieldFaultCode.WrongType, "Choice")]
    [InlineData(FieldKind.Choice, "\"c\"", FieldFaultCode.NotAnOption, "c")]
    [InlineData(FieldKind.Date, "\"2026-02-29\"", FieldFaultCode.WrongDate)]
    [InlineData(FieldKind.Date, "\"2026/02/28\"", FieldFaultCode.WrongDate)]
    [InlineData(FieldKind.Phone, "\"12345\"", FieldFaultCode.WrongPhone)]
    [InlineData(FieldKind.Phone, "\"+8613800000001\"", FieldFaultCode.WrongPhone)]
    [InlineData(FieldKind.SocialCreditCode, "\"91110000802100433C\"", FieldFaultCode.WrongIdentity, "WrongCheckCharacter")]
    [InlineData(FieldKind.SocialCreditCode, "\"911100008021\"", FieldFaultCode.WrongIdentity, "WrongLength", "18", "12")]
    [InlineData(FieldKind.CitizenId, "\"110105194912310021\"", FieldFaultCode.WrongIdentity, "WrongCheckCharacter")]
    public void A_wrong_value_is_told_by_its_kind(FieldKind kind, string json, FieldFaultCode code, params string[] arguments) =>
        ValidateOne(Field("f", kind), json).ShouldBe([new FieldFault("f", code, arguments)]);

    [Theory]
    [InlineData(FieldKind.Choice, "\"b\"")]
    [InlineData(FieldKind.Date, "\"2024-02-29\"")]
    [InlineData(FieldKind.Phone, "\"13800000001\"")]
    [InlineData(FieldKind.Phone, "\"0519-85680000\"")]
    [InlineData(FieldKind.SocialCreditCode, "\"91110000802100433B\"")]
    [InlineData(FieldKind.CitizenId, "\"11010519491231002X\"")]
    [InlineData(FieldKind.Number, "9.5")]
    [InlineData(FieldKind.YesNo, "false")]
    public void A_right_value_has_no_fault(FieldKind kind, string json) => ValidateOne(Field("f", kind), json).ShouldBeEmpty();

    [Fact]
    public void Numbers_have_bounds_that_are_allowed_themselves()
    {
        ValidateOne(Lamps with { When = null }, "1").ShouldBeEmpty();
        ValidateOne(Lamps with { When = null }, "9.5").ShouldBeEmpty();
        ValidateOne(Lamps with { When = null }, "0.99").ShouldBe([new("lamps", FieldFaultCode.TooSmall, "1")]);
        ValidateOne(Lamps with { When = null }, "9.51").ShouldBe([new("lamps", FieldFaultCode.TooLarge, "9.5")]);
    }

    [Fact]
    public void Texts_have_a_longest_length()
    {
        ValidateOne(Name, "\"一二三四\"").ShouldBeEmpty();
        ValidateOne(Name, "\"一二三四五\"").ShouldBe([new("name", FieldFaultCode.TooLong, "4", "5")]);
        ValidateOne(Field("f", FieldKind.Text), $"\"{new string('a', 201)}\"").ShouldBe([new("f", FieldFaultCode.TooLong, "200", "201")]);
        ValidateOne(Field("f", FieldKind.LongText), $"\"{new string('a', 2000)}\"").ShouldBeEmpty();
    }

    [Fact]
    public void A_pattern_has_to_match_the_whole_text()
    {
        var field = Field("f", FieldKind.Text) with { Pattern = "[A-Z]{2}|[0-9]{2}" };

        ValidateOne(field, "\"AB\"").ShouldBeEmpty();
        ValidateOne(field, "\"AB1\"").ShouldBe([new("f", FieldFaultCode.WrongPattern)]);
        ValidateOne(field, "\"12\\n\"").ShouldBe([new("f", FieldFaultCode.WrongPattern)]);
    }

    [Fact]
    public void Nobody_is_born_after_today()
    {
        var id = IdentityNumbers.CitizenId(new DateOnly(2026, 3, 2), 5);
        var form = new FormDefinition([new FormSection("s", "s", null, [Field("f", FieldKind.CitizenId)])]);

        FormValidator.Validate(form, FeelContext.Empty.With("f", id), FeelContext.Empty, new DateOnly(2026, 3, 1))
            .ShouldBe([new("f", FieldFaultCode.WrongIdentity, "WrongBirthDate", "20260302")]);
    }

    private static IReadOnlyList<FieldFault> Validate(string json) =>
        FormValidator.Validate(Form, Context(json), Context("""{ "answers": { "sign": true } }"""));

    private static IReadOnlyList<FieldFault> ValidateOne(FormField field, string json) =>
        FormValidator.Validate(
            new FormDefinition([new FormSection("s", "s", null, [field])]),
            FeelContext.Empty.With(field.Name, FeelJson.Parse(json)),
            FeelContext.Empty);

    private static FeelContext Context(string json) => (FeelContext)FeelJson.Parse(json);

    private static FormField Field(string name, FieldKind kind) => new(
        name, name, kind, false, null, null, null, null, null, null,
        kind == FieldKind.Choice ? [new FieldOption("a", "甲"), new FieldOption("b", "乙")] : [], []);
}
