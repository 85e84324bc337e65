using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;
using Xunit;

namespace Workflows.Specs.Cases;

public class EndingSpecs
{
    private static readonly TerminateCase Termination = new("依据", "终字〔2026〕1号", "主体已经注销");

    private readonly OneMatterCase file = new("2026-03-02");

    public EndingSpecs() => file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");

    [Fact]
    public void A_withdrawn_application_leaves_no_work_and_no_clock()
    {
        file.Accept("2026-03-04", OneMatterCase.Clerk, new WithdrawApplication("不再开店"));

        file.State.Status.ShouldBe(CaseStatus.Withdrawn);
        file.State.Matters["licence"].State.ShouldBe(MatterState.Withdrawn);
        ShouldBeOver();
    }

    [Fact]
    public void One_withdrawn_matter_ends_and_the_process_goes_on()
    {
        file.Accept("2026-03-04", Actor.Applicant, new WithdrawApplication("不再办理", "licence"));

        file.State.Matters["licence"].State.ShouldBe(MatterState.Withdrawn);
        file.State.Status.ShouldBe(CaseStatus.Completed);
        ShouldBeOver();
    }

    [Fact]
    public void A_decided_matter_is_not_withdrawn()
    {
        file.Complete("2026-03-04", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-05", OneMatterCase.Head, "decide", "approve");

        file.Refuse("2026-03-06", OneMatterCase.Clerk, new WithdrawApplication("不再开店")).Code.ShouldBe(RejectionCode.MatterDecided);
        file.Refuse("2026-03-06", OneMatterCase.Clerk, new WithdrawApplication("不再开店", "licence")).Code.ShouldBe(RejectionCode.MatterDecided);
    }

    [Fact]
    public void Withdrawing_is_for_the_applicant_with_a_reason_and_an_existing_matter()
    {
        file.Refuse("2026-03-04", OneMatterCase.Officer, new WithdrawApplication("不再开店")).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-04", OneMatterCase.Clerk with { Department = "other-window" }, new WithdrawApplication("不再开店")).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-04", OneMatterCase.Clerk, new WithdrawApplication(" ")).Code.ShouldBe(RejectionCode.ReasonRequired);
        file.Refuse("2026-03-04", OneMatterCase.Clerk, new WithdrawApplication("不再开店", "other")).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void The_head_of_the_lead_department_ends_a_case_by_a_document()
    {
        file.Accept("2026-03-04", OneMatterCase.Head, Termination);

        file.State.Status.ShouldBe(CaseStatus.Terminated);
        file.Events.OfType<CaseTerminated>().ShouldHaveSingleItem().Document.ShouldBe("终字〔2026〕1号");
        ShouldBeOver();
    }

    [Fact]
    public void Ending_a_case_needs_the_right_and_basis_document_and_reasons()
    {
        file.Refuse("2026-03-04", OneMatterCase.Officer, Termination).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-04", OneMatterCase.Head, Termination with { Basis = "" }).Code.ShouldBe(RejectionCode.BasisRequired);
        file.Refuse("2026-03-04", OneMatterCase.Head, Termination with { Document = "" }).Code.ShouldBe(RejectionCode.BasisRequired);
        file.Refuse("2026-03-04", OneMatterCase.Head, Termination with { Reason = "" }).Code.ShouldBe(RejectionCode.BasisRequired);
    }

    private void ShouldBeOver()
    {
        file.State.Instances.ShouldBeEmpty();
        file.State.Tokens.ShouldBeEmpty();
        file.State.WorkItems.Values.ShouldAllBe(item => !item.IsOpen);
        file.State.Clocks.Values.ShouldAllBe(clock => !clock.IsRunning);
        CaseFolding.Replay(file.Events).WorkItems.Values.Count(item => item.State is WorkItemState.Withdrawn).ShouldBe(1);
    }
}
