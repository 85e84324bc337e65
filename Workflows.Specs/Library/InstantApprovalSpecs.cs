using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

public class InstantApprovalSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    [Theory]
    [InlineData(true, false, 300, "approve", "instant-approve")]
    [InlineData(true, false, 300.5, "review", "instant-large")]
    [InlineData(true, true, 48, "review", "instant-raw")]
    [InlineData(false, false, 48, "review", "instant-unsigned")]
    public void A_promise_is_approved_at_once_only_where_the_table_says_so(bool promised, bool rawFood, double area, string outcome, string rule)
    {
        var scope = FeelContext.Empty
            .With("answers", FeelContext.Empty.With("floorArea", (decimal)area).With("rawFood", rawFood).With("chain", true))
            .With("form", FeelContext.Empty.With("promiseSigned", promised).With("shopName", "青禾"));

        var decision = Library.Decide("open-restaurant", "instant-approval.dmn#instant-approval", scope);

        decision.Warnings.ShouldBeEmpty();
        var value = decision.Value.ShouldBeOfType<FeelContext>();
        value["outcome"].ShouldBe(new FeelString(outcome));
        value["reason"].ShouldBeOfType<FeelString>().Value.ShouldNotBeEmpty();
        decision.MatchedRules.ShouldHaveSingleItem().RuleId.ShouldBe(rule);
    }

    [Fact]
    public void A_decision_that_nobody_has_is_told() =>
        Should.Throw<KeyNotFoundException>(() => Library.Decide("open-restaurant", "instant-approval.dmn#other", FeelContext.Empty))
            .Message.ShouldBe("Expected a decision 'instant-approval.dmn#other' for service 'open-restaurant', but the library has none.");
}
