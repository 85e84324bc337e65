using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Extensions (延期): once, in time, by who may, with reasons.</summary>
public class ExtendingSpecs
{
    private readonly OneMatterCase file = Accepted(ExtensionApprover.OrganHead, 10);

    [Fact]
    public void The_head_of_the_organ_adds_ten_working_days_and_the_promise_moves_with_the_law()
    {
        Extend("2026-03-10");

        // Twenty working days from 2 March end on the 30th; ten more on 14 April, as 6 April is off. The promise: ten and ten.
        Due(ClockKind.Statutory).ShouldBe(new DateOnly(2026, 4, 14));
        Due(ClockKind.Promise).ShouldBe(new DateOnly(2026, 3, 30));
        Clock(ClockKind.Statutory).Extensions.ShouldNotBeNull().ShouldHaveSingleItem().Reason.ShouldBe("案情复杂");
    }

    [Fact]
    public void A_limit_is_extended_once()
    {
        Extend("2026-03-10");

        Refused("2026-03-11").ShouldBe((RejectionCode.AlreadyExtended, $"Expected clock '{Id}' to be extended once, but '延〔2026〕1号' extended it on 2026-03-10."));
    }

    [Fact]
    public void What_is_asked_for_after_the_end_is_refused_and_the_clock_is_overdue()
    {
        Refused("2026-03-31").ShouldBe((RejectionCode.LimitExpired, $"Expected clock '{Id}' to be extended before its end, but it ended on 2026-03-30."));

        ClockReading.Of(Clock(ClockKind.Statutory), LibraryFolder.China, Days.Day("2026-03-31")).Status.ShouldBe(ClockStatus.Overdue);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(0)]
    [InlineData(2.5)]
    public void No_more_than_is_allowed_can_be_added(double days) => Refused("2026-03-10", (decimal)days).Code.ShouldBe(RejectionCode.TooLong);

    [Theory]
    [InlineData("", "延〔2026〕1号", "案情复杂", "an approver")]
    [InlineData("赵局长", "", "案情复杂", "an approval document")]
    [InlineData("赵局长", "延〔2026〕1号", "", "reasons that the applicant was told")]
    public void Approver_document_and_reasons_are_part_of_it(string approver, string document, string reason, string missing)
    {
        var refused = file.Refuse("2026-03-10", OneMatterCase.Head, new ExtendLimit(Id, 10, approver, document, reason));

        refused.Code.ShouldBe(RejectionCode.BasisRequired);
        refused.Message.ShouldBe($"Expected the extension of clock '{Id}' to have {missing}, but it has none.");
    }

    [Fact]
    public void An_officer_cannot_grant_it() =>
        file.Refuse("2026-03-10", OneMatterCase.Officer, Command(10)).Code.ShouldBe(RejectionCode.NotEntitled);

    [Fact]
    public void Fifteen_days_of_joint_handling_are_the_governments_and_are_entered_by_the_lead_department()
    {
        var joint = Accepted(ExtensionApprover.GovernmentHead, 15);
        var id = joint.State.Clocks.Values.Single(clock => clock.Limit.Kind is ClockKind.Statutory).Id;

        joint.Accept("2026-03-10", OneMatterCase.Head, new ExtendLimit(id, 15, "王市长", "政延〔2026〕3号", "部门较多"));

        joint.State.Clocks[id].Budget.ShouldBe(35);
    }

    [Fact]
    public void A_limit_whose_definition_says_nothing_cannot_be_extended()
    {
        var promise = Clock(ClockKind.Promise).Id;

        file.Refuse("2026-03-10", OneMatterCase.Head, new ExtendLimit(promise, 1, "a", "b", "c")).Code.ShouldBe(RejectionCode.OperationNotAllowed);
        file.Refuse("2026-03-10", OneMatterCase.Head, new ExtendLimit(99, 1, "a", "b", "c")).Code.ShouldBe(RejectionCode.NotFound);
    }

    private static OneMatterCase Accepted(ExtensionApprover approver, decimal amount)
    {
        var file = new OneMatterCase("2026-03-02", rules: matter => matter with
        {
            Statutory = matter.Statutory with { Extension = new ExtensionRule(amount, approver, "《中华人民共和国行政许可法》第四十二条") },
        });
        file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");
        return file;
    }

    private int Id => Clock(ClockKind.Statutory).Id;

    private void Extend(string on) => file.Accept(on, OneMatterCase.Head, Command(10));

    private (RejectionCode Code, string Message) Refused(string on, decimal days = 10)
    {
        var refused = file.Refuse(on, OneMatterCase.Head, Command(days));
        return (refused.Code, refused.Message);
    }

    private ExtendLimit Command(decimal days) => new(Id, days, "赵局长", "延〔2026〕1号", "案情复杂");

    private Clock Clock(ClockKind kind) => file.State.Clocks.Values.Single(clock => clock.Limit.Kind == kind);

    private DateOnly Due(ClockKind kind) => ClockReading.Of(Clock(kind), LibraryFolder.China, Days.Day("2026-03-10")).DueOn;
}
