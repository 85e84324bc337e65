using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Returning;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Returning;

/// <summary>What sending back does to limits, corrections and decisions: nothing inside the office moves a limit of the law.</summary>
public class SendBackClockSpecs
{
    private readonly OneMatterCase file = new("2026-03-02");

    [Fact]
    public void Promise_and_statute_run_on_and_are_not_started_again_by_a_second_acceptance()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        var before = Limits();

        file.Accept("2026-03-05", OneMatterCase.Officer, new SendBack(file.OpenItem("review"), "accept", SendBackReturn.Again, "受理信息有误"));
        file.Complete("2026-03-06", OneMatterCase.Officer, "accept", "accept");

        Limits().ShouldBe(before);
        file.State.Matters["licence"].AcceptedOn.ShouldBe(new DateOnly(2026, 3, 3));
    }

    [Fact]
    public void The_preview_says_which_clocks_run_on()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        var command = new SendBack(file.OpenItem("review"), "accept", SendBackReturn.Again, "受理信息有误");

        var plan = SendBackPreview.Of(file.State, file.Definitions, OneMatterCase.Officer, Days.At("2026-03-05", 10), command).Plan.ShouldNotBeNull();

        plan.EndedClocks.ShouldBeEmpty();
        plan.RunningClocks.Select(clock => clock.Kind).ShouldBe([ClockKind.Promise, ClockKind.Statutory]);
    }

    [Fact]
    public void A_decided_matter_is_not_sent_back_behind_its_decision()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-03-04", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-05", OneMatterCase.Head, "decide", "approve");

        var refusal = file.Refuse("2026-03-06", OneMatterCase.Officer, new SendBack(file.OpenItem("certify"), "review", SendBackReturn.Again, "有误"));

        refusal.Code.ShouldBe(RejectionCode.MatterDecided);
        refusal.Arguments.ShouldBe(["制证", "食品经营许可"]);
    }

    [Fact]
    public void While_a_correction_is_awaited_the_item_cannot_be_sent_back()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        file.Accept("2026-03-04", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [new CorrectionPoint("lease", null, "清晰", null)], "看不清"));

        file.Refuse("2026-03-05", OneMatterCase.Officer, new SendBack(file.OpenItem("review"), "accept", SendBackReturn.Again, "有误")).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void After_the_end_nothing_is_sent_back()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-03-04", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-05", OneMatterCase.Head, "decide", "approve");
        var certify = file.OpenItem("certify");
        file.Complete("2026-03-06", OneMatterCase.Officer, "certify", "done");

        file.Refuse("2026-03-09", OneMatterCase.Officer, new SendBack(certify, "review", SendBackReturn.Again, "有误")).Code.ShouldBe(RejectionCode.CaseHasEnded);
    }

    [Fact]
    public void Another_department_and_another_post_cannot_send_it_back()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        var back = new SendBack(file.OpenItem("review"), "accept", SendBackReturn.Again, "有误");

        file.Refuse("2026-03-04", OneMatterCase.Stranger, back).Code.ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-04", OneMatterCase.Clerk with { Department = "market" }, back).Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void A_step_that_comes_straight_back_has_to_come_out_as_before()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-03-04", OneMatterCase.Officer, "review", "pass", "第一次");

        file.Accept("2026-03-05", OneMatterCase.Head, new SendBack(file.OpenItem("decide"), "review", SendBackReturn.Straight, "意见不清"));
        file.Complete("2026-03-06", OneMatterCase.Officer, "review", "pass", "第二次");

        file.State.WorkItems[file.OpenItem("decide")].Holder!.Name.ShouldBe("赵科长");
        file.State.Instances.Values.Single(instance => instance.ElementId == "licence").Variables!["review"].ToString()!.ShouldContain("第二次");
    }

    private List<(int Id, ClockKind Kind, DateOnly StartedOn)> Limits() =>
        [.. file.State.Clocks.Values.Where(clock => clock is { IsRunning: true, WorkItemId: null }).Select(clock => (clock.Id, clock.Limit.Kind, clock.StartedOn))];
}
