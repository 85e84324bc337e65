using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Specs.Cases;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Returning;

public class JumpSpecs
{
    [Fact]
    public void Inside_a_branch_the_case_goes_on_from_where_it_was_put()
    {
        var run = new ProcessRun(SendBackSpecs.Parallel).Complete("first");

        run.Send(new JumpTo(run.OpenItem("left-1").Id, "left-2", "左一无须办理"));

        run.Open().ShouldBe(["right-1", "left-2"]);
        run.Complete("left-2").Complete("right-1").Complete("last").HasEnded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("last")]
    [InlineData("first")]
    [InlineData("right-1")]
    public void Where_a_join_would_wait_for_ever_it_is_refused(string target)
    {
        var run = new ProcessRun(SendBackSpecs.Parallel).Complete("first");

        run.Try(new JumpTo(run.OpenItem("left-1").Id, target, "理由"))!.Code.ShouldBe(RejectionCode.CannotEnd);
    }

    [Fact]
    public void After_a_jump_the_case_can_be_sent_back_over_it()
    {
        var run = new ProcessRun(SendBackSpecs.Parallel).Complete("first");
        run.Send(new JumpTo(run.OpenItem("left-1").Id, "left-2", "左一无须办理"));

        run.Targets("left-2").Select(target => target.ElementId).ShouldBe(["first"]);
    }

    [Theory]
    [InlineData("left-2", "", RejectionCode.ReasonRequired)]
    [InlineData("nowhere", "理由", RejectionCode.StepNotPassed)]
    [InlineData("join", "理由", RejectionCode.StepNotPassed)]
    [InlineData("left-1", "理由", RejectionCode.StepNotPassed)]
    public void Is_refused_with_its_reason(string target, string reason, RejectionCode code)
    {
        var run = new ProcessRun(SendBackSpecs.Parallel).Complete("first");

        run.Try(new JumpTo(run.OpenItem("left-1").Id, target, reason))!.Code.ShouldBe(code);
    }

    [Fact]
    public void Officers_do_not_jump()
    {
        var file = new OneMatterCase("2026-03-02");

        file.Refuse("2026-03-03", OneMatterCase.Officer, new JumpTo(file.OpenItem("accept"), "review", "理由")).Code.ShouldBe(RejectionCode.NotEntitled);
    }
}
