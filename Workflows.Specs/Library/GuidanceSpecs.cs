using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>What the answers to the guided questions of opening a restaurant lead to.</summary>
public class GuidanceSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);
    private static readonly ServiceDefinition Restaurant = Library.Services["open-restaurant"];

    [Theory]
    [InlineData(50, false, false, "business-licence-check food-business-licence")]
    [InlineData(50.5, false, false, "business-licence-check food-business-licence fire-safety-check")]
    [InlineData(45, true, false, "business-licence-check food-business-licence outdoor-sign")]
    [InlineData(45, false, true, "business-licence-check food-business-licence tobacco-retail-licence")]
    [InlineData(620, true, true, "business-licence-check food-business-licence outdoor-sign fire-safety-check tobacco-retail-licence")]
    public void Floor_area_sign_and_tobacco_choose_the_matters(double area, bool sign, bool tobacco, string matters) =>
        string.Join(' ', Guide((decimal)area, sign, tobacco).Matters.Select(member => member.Matter.Code)).ShouldBe(matters);

    [Theory]
    [InlineData(true, true, "promise")]
    [InlineData(true, false, "standard")]
    [InlineData(false, null, "standard")]
    public void Only_a_chain_shop_may_promise(bool chain, bool? promise, string route)
    {
        var guidance = Guide(45, false, false, chain, promise);

        guidance.Route.ShouldBe(route);
        guidance.Sections.Any(section => section.Code == "chain-promise").ShouldBe(route == "promise");
        guidance.Materials.Any(needed => needed.Material.Code == "promise-letter").ShouldBe(route == "promise");
        guidance.Materials.Any(needed => needed.Material.Code == "food-safety-rules").ShouldBe(route == "standard");
    }

    [Fact]
    public void The_form_has_only_the_parts_that_the_matters_need()
    {
        Guide(45, false, false).Sections.Select(section => section.Code).ShouldBe(["shop", "operator", "food"]);
        Guide(620, true, true).Sections.Select(section => section.Code).ShouldBe(["shop", "operator", "food", "sign", "fire", "tobacco"]);
    }

    [Fact]
    public void A_material_that_several_matters_need_is_asked_for_once()
    {
        var materials = Guide(620, true, true).Materials;

        materials.Select(needed => needed.Material.Code).ShouldBeUnique();
        var licence = materials.Single(needed => needed.Material.Code == "business-licence");
        licence.Needs.Select(need => need.Matter).ShouldBe(
            ["business-licence-check", "food-business-licence", "outdoor-sign", "fire-safety-check", "tobacco-retail-licence"]);
        licence.Source.ShouldBe(MaterialSource.SharedData);
        licence.IsRequired.ShouldBeTrue();
        materials.Single(needed => needed.Material.Code == "premises-proof").Needs.Select(need => need.Matter)
            .ShouldBe(["outdoor-sign", "tobacco-retail-licence"]);
    }

    [Fact]
    public void A_value_of_the_form_may_add_a_material()
    {
        var guidance = Guide(45, sign: true, false);
        var scope = FeelContext.Empty.With("guidance", guidance.Context);

        guidance.Materials.ShouldNotContain(needed => needed.Material.Code == "residents-consent");
        MaterialSet.Of(Restaurant, scope.With("form", FeelContext.Empty.With("residentialBuilding", true)))
            .ShouldContain(needed => needed.Material.Code == "residents-consent");
    }

    [Fact]
    public void It_tells_which_rules_led_there() =>
        Guide(620, false, false).MatchedRules.Select(rule => rule.RuleId).ShouldContain("matters-fire");

    [Theory]
    [InlineData("\"outdoor-sign\"</text>", "\"indoor-sign\"</text>", "Expected decision 'guidance' to give 'matters' of service 'open-restaurant', but it gave 'indoor-sign'.")]
    [InlineData("{ matters: matters, route: route, sections: sections }", "{ matters: [] }", "Expected decision 'guidance' to give at least one matter, but it gave none.")]
    [InlineData("{ matters: matters, route: route, sections: sections }", "matters[1]", "Expected decision 'guidance' to give a context with 'matters', but it gave none.")]
    public void A_guidance_that_leads_nowhere_is_a_wrong_definition(string right, string wrong, string message)
    {
        using var folder = LibraryFolder.Copy().Replacing("services/open-restaurant/guidance.dmn", right, wrong);
        var service = LibraryReader.Read(folder.Folder).Services["open-restaurant"];

        Should.Throw<DefinitionException>(() => Guidance.Evaluate(service, Answers(45, true, false, false, null)))
            .Errors.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public void Every_way_through_the_questions_leads_to_a_form_that_can_be_filled_in()
    {
        decimal[] areas = [1, 50, 51, 20000];
        bool[] either = [true, false];
        bool?[] promises = [true, false, null];
        foreach (var (area, sign, tobacco, promise) in
            from area in areas
            from sign in either
            from tobacco in either
            from promise in promises
            select (area, sign, tobacco, promise))
        {
            var answers = Answers(area, sign, tobacco, promise.HasValue, promise);
            FormValidator.ValidateAnswers(Restaurant.Questions, answers).ShouldBeEmpty();

            var guidance = Guidance.Evaluate(Restaurant, answers);

            var context = FeelContext.Empty.With("answers", answers).With("guidance", guidance.Context);
            var shown = FormValidator.Shown(Restaurant.Form, FeelContext.Empty, context);
            shown.Where(field => field.Matters.Count > 0)
                .ShouldAllBe(field => field.Matters.Any(code => guidance.Matters.Any(member => member.Matter.Code == code)));
        }
    }

    private static GuidanceResult Guide(decimal area, bool sign, bool tobacco, bool chain = false, bool? promise = null) =>
        Guidance.Evaluate(Restaurant, Answers(area, sign, tobacco, chain, promise));

    private static FeelContext Answers(decimal area, bool sign, bool tobacco, bool chain, bool? promise)
    {
        var answers = FeelContext.Empty
            .With("floorArea", area)
            .With("coldDishes", false)
            .With("rawFood", false)
            .With("freshDrinks", false)
            .With("outdoorSign", sign)
            .With("tobacco", tobacco)
            .With("chain", chain);
        return promise is { } given ? answers.With("promise", given) : answers;
    }
}
