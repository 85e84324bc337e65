using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Returning;

/// <summary>Sending back where branches run at once: what other engines get wrong, by name.</summary>
public class SendBackSpecs
{
    // first, then left-1 and left-2 beside right-1, then last.
    internal const string Parallel = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="first" />
        <bpmn:userTask id="first" />
        <bpmn:sequenceFlow id="f2" sourceRef="first" targetRef="split" />
        <bpmn:parallelGateway id="split" />
        <bpmn:sequenceFlow id="f3" sourceRef="split" targetRef="left-1" />
        <bpmn:userTask id="left-1" name="左一"><bpmn:extensionElements><approval:operation name="send-back" to="intake" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="f4" sourceRef="left-1" targetRef="left-2" />
        <bpmn:userTask id="left-2" name="左二"><bpmn:extensionElements><approval:operation name="send-back" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="f5" sourceRef="left-2" targetRef="join" />
        <bpmn:sequenceFlow id="f6" sourceRef="split" targetRef="right-1" />
        <bpmn:userTask id="right-1" name="右一" />
        <bpmn:sequenceFlow id="f7" sourceRef="right-1" targetRef="join" />
        <bpmn:parallelGateway id="join" />
        <bpmn:sequenceFlow id="f8" sourceRef="join" targetRef="last" />
        <bpmn:userTask id="last" name="最后"><bpmn:extensionElements><approval:operation name="send-back" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="f9" sourceRef="last" targetRef="end" />
        <bpmn:endEvent id="end" />
        """;

    private const string Countersigned = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="sign" />
        <bpmn:userTask id="sign" name="会签">
          <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="f2" sourceRef="sign" targetRef="check" />
        <bpmn:userTask id="check"><bpmn:extensionElements><approval:operation name="send-back" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="f3" sourceRef="check" targetRef="end" />
        <bpmn:endEvent id="end" />
        """;

    [Fact]
    public void Inside_a_parallel_branch_the_other_branch_goes_on_and_the_join_fires_once()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("left-1");
        var right = run.OpenItem("right-1");

        Back(run, "left-2", "left-1");

        run.Open().ShouldBe(["right-1", "left-1"]);
        run.OpenItem("right-1").ShouldBe(right);
        run.Complete("right-1").Complete("left-1").Complete("left-2").Open().ShouldBe(["last"]);
        run.Complete("last").HasEnded.ShouldBeTrue();
        run.Passed().Count(element => element == "join").ShouldBe(1);
    }

    [Fact]
    public void Before_the_split_all_branches_stop_and_start_anew_once()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("left-1");

        Back(run, "left-2", "first");

        run.Open().ShouldBe(["first"]);
        run.Complete("first").Open().ShouldBe(["left-1", "right-1"]);
        run.Complete("left-1").Complete("left-2").Complete("right-1").Complete("last").HasEnded.ShouldBeTrue();
        run.Passed().Count(element => element == "join").ShouldBe(1);
    }

    [Fact]
    public void Across_a_join_the_other_branch_is_not_done_again()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("right-1").Complete("left-1").Complete("left-2");

        Back(run, "last", "left-1");

        run.Open().ShouldBe(["left-1"]);
        run.State.Tokens.Values.ShouldHaveSingleItem().FlowId.ShouldBe("f7");
        run.Complete("left-1").Complete("left-2").Open().ShouldBe(["last"]);
        run.Complete("last").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Into_a_countersign_all_sign_again()
    {
        var run = new ProcessRun(Countersigned).Complete("sign").Complete("sign").Complete("sign");

        Back(run, "check", "sign");

        run.Open().ShouldBe(["sign1", "sign2", "sign3"]);
        run.Complete("sign").Complete("sign").Complete("sign").Complete("check").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Back_and_back_again_leads_to_the_same_end()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("right-1").Complete("left-1").Complete("left-2");

        Back(run, "last", "left-2");
        Back(run, "left-2", "left-1");
        run.Complete("left-1").Complete("left-2");
        Back(run, "last", "right-1");
        run.Open().ShouldBe(["right-1"]);

        run.Complete("right-1").Complete("last").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Straight_back_moves_no_token_and_the_item_waits_for_the_step()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("right-1").Complete("left-1").Complete("left-2");
        var last = run.OpenItem("last").Id;

        Back(run, "last", "left-1", SendBackReturn.Straight);

        run.Open().ShouldBe(["last", "left-1"]);
        run.State.WorkItems[last].State.ShouldBe(WorkItemState.Waiting);
        run.Complete("left-1").Open().ShouldBe(["last"]);
        run.State.WorkItems[last].State.ShouldBe(WorkItemState.Claimed);
        run.Complete("last").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_step_that_comes_straight_back_can_itself_be_sent_back()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("right-1").Complete("left-1").Complete("left-2");

        Back(run, "last", "left-2", SendBackReturn.Straight);
        Back(run, "left-2", "left-1", SendBackReturn.Straight);
        run.Complete("left-1").Complete("left-2").Open().ShouldBe(["last"]);

        Back(run, "last", "left-2", SendBackReturn.Straight);
        Back(run, "left-2", "first");
        run.Open().ShouldBe(["first"]);
    }

    [Fact]
    public void A_step_of_the_other_branch_was_never_passed()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("right-1").Complete("left-1");

        run.Try(new SendBack(run.OpenItem("left-2").Id, "right-1", SendBackReturn.Again, "理由"))!.Code.ShouldBe(RejectionCode.StepNotPassed);
        run.Targets("left-2").Select(target => target.ElementId).ShouldBe(["left-1", "first"]);
    }

    [Theory]
    [InlineData("right-1", "first", "理由", RejectionCode.OperationNotAllowed)]
    [InlineData("left-2", "last", "理由", RejectionCode.StepNotPassed)]
    [InlineData("left-2", "nowhere", "理由", RejectionCode.StepNotPassed)]
    [InlineData("left-2", "first", " ", RejectionCode.OpinionRequired)]
    public void Is_refused_with_its_reason(string from, string to, string reason, RejectionCode code)
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("left-1");

        run.Try(new SendBack(run.OpenItem(from).Id, to, SendBackReturn.Again, reason))!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_countersign_cannot_come_straight_back()
    {
        var run = new ProcessRun(Countersigned).Complete("sign").Complete("sign").Complete("sign");

        run.Try(new SendBack(run.OpenItem("check").Id, "sign", SendBackReturn.Straight, "理由"))!.Code.ShouldBe(RejectionCode.OperationNotAllowed);
        run.Targets("check").ShouldHaveSingleItem().Returns.ShouldBe([SendBackReturn.Again]);
    }

    [Fact]
    public void The_preview_names_branches_items_and_opinions_and_a_stale_one_is_refused()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("left-1");
        var command = new SendBack(run.OpenItem("left-2").Id, "first", SendBackReturn.Again, "理由");

        var plan = run.Preview(command).Plan.ShouldNotBeNull();

        plan.Undone.Select(element => element.ElementId).ShouldBe(["first", "split", "left-1", "right-1", "left-2"]);
        plan.Withdrawn.ShouldHaveSingleItem().Name.ShouldBe("右一");
        plan.Untouched.ShouldBeEmpty();
        plan.Opinions.Select(opinion => opinion.Name).ShouldBe(["first", "左一"]);
        run.Complete("right-1");
        run.Try(command with { Mark = plan.Mark })!.Code.ShouldBe(RejectionCode.EffectChanged);
        run.Try(command with { Mark = run.Preview(command).Plan!.Mark }).ShouldBeNull();
    }

    [Fact]
    public void Of_two_officers_at_the_same_instant_the_second_is_told_what_the_first_did()
    {
        var run = new ProcessRun(Parallel).Complete("first").Complete("left-1");
        var (left, right) = (run.OpenItem("left-2").Id, run.OpenItem("right-1").Id);

        Back(run, "left-2", "first");

        run.Try(new CompleteWorkItem(right, "done", null))!.Code.ShouldBe(RejectionCode.InvalidState);
        run.Try(new CompleteWorkItem(left, "done", null))!.Message.ShouldContain("has completed it with '退回'");
    }

    private static void Back(ProcessRun run, string from, string to, SendBackReturn afterwards = SendBackReturn.Again) =>
        run.Send(new SendBack(run.OpenItem(from).Id, to, afterwards, "材料有误"));
}
