using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.WorkItems;
using Xunit;

namespace Workflows.Specs.Cases;

public class EntrustingSpecs
{
    private readonly OneMatterCase file = new("2026-03-02");

    private readonly int accept;

    public EntrustingSpecs() => accept = file.OpenItem("accept");

    private WorkItem Item => file.State.WorkItems[accept];

    [Fact]
    public void The_head_assigns_what_nobody_holds()
    {
        file.Accept("2026-03-02", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Colleague));

        (Item.State, Item.Holder!.Name).ShouldBe((WorkItemState.Claimed, "王科员"));
    }

    [Fact]
    public void The_holder_passes_it_on_with_reasons()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept));

        file.Refuse("2026-03-02", OneMatterCase.Officer, new AssignWorkItem(accept, OneMatterCase.Colleague)).Code.ShouldBe(RejectionCode.OpinionRequired);
        file.Accept("2026-03-02", OneMatterCase.Officer, new AssignWorkItem(accept, OneMatterCase.Colleague, "出差"));

        Item.Holder!.Name.ShouldBe("王科员");
        file.Refuse("2026-03-03", OneMatterCase.Officer, new CompleteWorkItem(accept, "accept", null)).Code.ShouldBe(RejectionCode.HeldByAnother);
    }

    [Fact]
    public void Nobody_passes_on_what_another_holds_and_officers_do_not_assign()
    {
        file.Refuse("2026-03-02", OneMatterCase.Officer, new AssignWorkItem(accept, OneMatterCase.Colleague)).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept));

        file.Refuse("2026-03-02", OneMatterCase.Colleague, new AssignWorkItem(accept, OneMatterCase.Colleague, "我来办")).Code.ShouldBe(RejectionCode.HeldByAnother);
        file.Refuse("2026-03-02", OneMatterCase.Stranger, new AssignWorkItem(accept, OneMatterCase.Stranger, "我来办")).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void Only_a_person_of_the_department_and_post_gets_it()
    {
        file.Refuse("2026-03-02", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Stranger)).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-02", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Clerk with { Department = "market" })).Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void A_finished_item_is_given_to_nobody()
    {
        file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");

        file.Refuse("2026-03-03", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Colleague, "补办")).Code.ShouldBe(RejectionCode.AlreadyCompleted);
    }

    [Fact]
    public void Who_waits_for_a_correction_is_relieved_and_the_correction_goes_on()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new RequestCorrection(accept, [new CorrectionPoint("lease", null, "清晰", null)], "看不清"));

        file.Accept("2026-03-03", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Colleague, "离职"));

        (Item.State, Item.Holder!.Name).ShouldBe((WorkItemState.Suspended, "王科员"));
    }

    [Fact]
    public void What_is_delegated_is_prepared_by_one_and_completed_by_the_other()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept));
        file.Accept("2026-03-02", OneMatterCase.Officer, new DelegateWorkItem(accept, OneMatterCase.Colleague, "请先核对"));

        (Item.Holder!.Name, Item.DelegatedBy!.Name).ShouldBe(("王科员", "李科员"));
        file.Refuse("2026-03-02", OneMatterCase.Colleague, new CompleteWorkItem(accept, "accept", null)).Arguments.ShouldBe(["受理", "李科员", "王科员"]);
        file.Refuse("2026-03-02", OneMatterCase.Officer, new CompleteWorkItem(accept, "accept", null)).Code.ShouldBe(RejectionCode.Delegated);
        file.Accept("2026-03-03", OneMatterCase.Colleague, new HandBackWorkItem(accept, "已核对"));

        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
    }

    [Fact]
    public void Who_delegated_takes_it_back_and_nobody_else_does()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept));
        file.Refuse("2026-03-02", OneMatterCase.Officer, new HandBackWorkItem(accept)).Code.ShouldBe(RejectionCode.InvalidState);
        file.Accept("2026-03-02", OneMatterCase.Officer, new DelegateWorkItem(accept, OneMatterCase.Colleague, "请先核对"));

        file.Refuse("2026-03-02", OneMatterCase.Head, new HandBackWorkItem(accept)).Code.ShouldBe(RejectionCode.Delegated);
        file.Accept("2026-03-02", OneMatterCase.Officer, new HandBackWorkItem(accept));

        (Item.Holder!.Name, Item.DelegatedBy).ShouldBe(("李科员", null));
    }

    [Fact]
    public void Whoever_has_a_conflict_of_interest_loses_the_item_and_gets_none()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept));

        file.Accept("2026-03-02", OneMatterCase.Officer, new ExcludeOfficer(OneMatterCase.Officer, "申请人是近亲属"));

        (Item.State, Item.Holder).ShouldBe((WorkItemState.Offered, null));
        file.Refuse("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(accept)).Code.ShouldBe(RejectionCode.Excluded);
        file.Refuse("2026-03-02", OneMatterCase.Head, new AssignWorkItem(accept, OneMatterCase.Officer)).Code.ShouldBe(RejectionCode.Excluded);
        file.Refuse("2026-03-02", OneMatterCase.Head, new ExcludeOfficer(OneMatterCase.Officer, "再次回避")).Code.ShouldBe(RejectionCode.Excluded);
        file.Complete("2026-03-03", OneMatterCase.Colleague, "accept", "accept");
    }

    [Fact]
    public void A_conflict_of_interest_is_stated_by_the_person_or_the_head_with_a_reason()
    {
        file.Refuse("2026-03-02", OneMatterCase.Colleague, new ExcludeOfficer(OneMatterCase.Officer, "近亲属")).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-02", OneMatterCase.Head, new ExcludeOfficer(OneMatterCase.Officer, "")).Code.ShouldBe(RejectionCode.ReasonRequired);
    }
}
