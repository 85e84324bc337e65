using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;
using Xunit;

namespace Workflows.Specs.Cases;

public class WorkingSpecs
{
    private readonly OneMatterCase file = new();

    [Fact]
    public void A_started_case_offers_its_first_step_to_the_department()
    {
        var item = file.State.WorkItems[file.OpenItem("accept")];

        item.State.ShouldBe(WorkItemState.Offered);
        item.Department.ShouldBe("market");
        item.Matter.ShouldBe("licence");
        file.State.Matters["licence"].State.ShouldBe(MatterState.Received);
    }

    [Fact]
    public void A_claimed_item_is_closed_to_colleagues()
    {
        var item = file.OpenItem("accept");
        file.Accept("2026-02-13", OneMatterCase.Officer, new ClaimWorkItem(item));

        var refusal = file.Refuse("2026-02-13", OneMatterCase.Colleague, new CompleteWorkItem(item, "accept", null));

        refusal.Code.ShouldBe(RejectionCode.HeldByAnother);
        refusal.Message.ShouldBe($"Expected to complete work item '{item}', but 李科员 holds it.");
    }

    [Fact]
    public void A_released_item_can_be_claimed_by_a_colleague()
    {
        var item = file.OpenItem("accept");
        file.Accept("2026-02-13", OneMatterCase.Officer, new ClaimWorkItem(item));

        file.Accept("2026-02-13", OneMatterCase.Officer, new ReleaseWorkItem(item));

        file.Accept("2026-02-13", OneMatterCase.Colleague, new ClaimWorkItem(item)).Case.WorkItems[item].Holder!.Name.ShouldBe("王科员");
    }

    [Fact]
    public void A_second_completion_is_refused_and_names_who_did_it()
    {
        var item = file.OpenItem("accept");
        file.Complete("2026-02-13", OneMatterCase.Officer, "accept", "accept");

        var refusal = file.Refuse("2026-02-13", OneMatterCase.Colleague, new CompleteWorkItem(item, "accept", null));

        refusal.Code.ShouldBe(RejectionCode.AlreadyCompleted);
        refusal.Arguments.ShouldBe(["受理", "李科员", "受理"]);
    }

    [Fact]
    public void An_item_of_another_department_does_not_exist_for_an_officer() =>
        file.Refuse("2026-02-13", OneMatterCase.Stranger, new ClaimWorkItem(file.OpenItem("accept"))).Code.ShouldBe(RejectionCode.NotFound);

    [Fact]
    public void A_decision_is_for_the_head_of_the_department()
    {
        Decide();

        file.Refuse("2026-02-25", OneMatterCase.Officer, new CompleteWorkItem(file.OpenItem("decide"), "approve", null))
            .Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void A_refusal_without_reasons_is_not_taken()
    {
        Decide();

        file.Refuse("2026-02-25", OneMatterCase.Head, new CompleteWorkItem(file.OpenItem("decide"), "reject", " "))
            .Code.ShouldBe(RejectionCode.OpinionRequired);
    }

    [Fact]
    public void An_outcome_that_the_step_does_not_have_is_refused() =>
        file.Refuse("2026-02-13", OneMatterCase.Officer, new CompleteWorkItem(file.OpenItem("accept"), "approve", null))
            .Message.ShouldBe($"Expected work item '{file.OpenItem("accept")}' to be completed with one of accept, but got 'approve'.");

    [Fact]
    public void The_certificate_step_issues_the_results_and_the_case_ends()
    {
        Decide();
        file.Complete("2026-02-25", OneMatterCase.Head, "decide", "approve");
        file.Complete("2026-02-26", OneMatterCase.Officer, "certify", "done");

        var result = file.State.Matters["licence"].Results.ShouldHaveSingleItem();
        result.Number.ShouldBe("JY20260001");
        result.ValidUntil.ShouldBe(new DateOnly(2031, 2, 25));
        file.State.Status.ShouldBe(CaseStatus.Completed);
        file.State.Instances.ShouldBeEmpty();
        file.State.Clocks.Values.ShouldAllBe(clock => !clock.IsRunning);
    }

    [Fact]
    public void After_its_end_a_case_takes_no_commands()
    {
        Decide();
        file.Complete("2026-02-25", OneMatterCase.Head, "decide", "approve");
        file.Complete("2026-02-26", OneMatterCase.Officer, "certify", "done");

        file.Refuse("2026-02-27", OneMatterCase.Officer, new ClaimWorkItem(1)).Code.ShouldBe(RejectionCode.CaseHasEnded);
    }

    private void Decide()
    {
        file.Complete("2026-02-13", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-02-24", OneMatterCase.Officer, "review", "pass");
    }
}
