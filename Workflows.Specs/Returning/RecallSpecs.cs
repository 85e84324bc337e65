using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Cases;
using Xunit;

namespace Workflows.Specs.Returning;

public class RecallSpecs
{
    private readonly OneMatterCase file = new("2026-03-02");

    private readonly int review;

    public RecallSpecs()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        review = file.OpenItem("review");
        file.Complete("2026-03-04", OneMatterCase.Officer, "review", "pass");
    }

    [Fact]
    public void A_step_is_taken_back_by_who_did_it_and_is_held_again()
    {
        file.Accept("2026-03-04", OneMatterCase.Officer, new RecallWorkItem(review, "漏写意见"));

        var again = file.State.WorkItems[file.OpenItem("review")];
        (again.State, again.Holder!.Name).ShouldBe((WorkItemState.Claimed, "李科员"));
        file.State.WorkItems.Values.Where(item => item.ElementId == "decide").ShouldAllBe(item => item.State == WorkItemState.Withdrawn);
    }

    [Fact]
    public void What_somebody_has_opened_is_not_taken_back()
    {
        file.Accept("2026-03-04", OneMatterCase.Head, new ClaimWorkItem(file.OpenItem("decide")));

        var refusal = file.Refuse("2026-03-04", OneMatterCase.Officer, new RecallWorkItem(review, "漏写意见"));

        refusal.Code.ShouldBe(RejectionCode.HeldByAnother);
        refusal.Arguments.ShouldBe(["决定", "赵科长"]);
    }

    [Fact]
    public void Only_who_did_it_takes_it_back() =>
        file.Refuse("2026-03-04", OneMatterCase.Colleague, new RecallWorkItem(review, "漏写意见")).Code.ShouldBe(RejectionCode.InvalidState);

    [Fact]
    public void Reasons_are_asked_for() =>
        file.Refuse("2026-03-04", OneMatterCase.Officer, new RecallWorkItem(review, "")).Code.ShouldBe(RejectionCode.OpinionRequired);

    [Fact]
    public void What_has_an_effect_of_law_is_not_taken_back()
    {
        var other = new OneMatterCase("2026-03-02");
        var accept = other.OpenItem("accept");
        other.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");

        other.Refuse("2026-03-03", OneMatterCase.Officer, new RecallWorkItem(accept, "误点")).Code.ShouldBe(RejectionCode.OperationNotAllowed);
    }
}
