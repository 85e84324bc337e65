using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Consultation (征求意见): the asking step goes on beside it, and what no answer means is said by the definition.</summary>
public class ConsultSpecs
{
    private const string Basis = "联合审查办法第八条";

    private static readonly Actor Ecology = new("eco", "生态经办", "ecology", [Role.Officer]);

    [Fact]
    public void The_asking_step_goes_on_while_the_others_answer()
    {
        var run = Consult(Basis);

        run.Open().ShouldBe(["consult", "review"]);
        run.Complete("review").Open().ShouldBe(["consult"]);
    }

    [Fact]
    public void No_answer_in_time_counts_as_the_definition_says_and_by_its_basis()
    {
        var run = Consult(Basis);

        run.Send(new ReachTime(), At(6)).Open().ShouldBe(["consult", "review"]);
        run.Send(new ReachTime(), At(7));

        var item = run.State.WorkItems.Values.Single(item => item.ElementId == "consult");
        (item.Outcome, item.ByLaw, item.Holder!.Name).ShouldBe(("agree", Basis, "系统"));
        ((FeelContext)run["consult"])["outcome"].ShouldBe(new FeelString("agree"));
        run.Open().ShouldBe(["review"]);
        run.Try(new CompleteWorkItem(item.Id, "disagree", "来不及"), At(7), Ecology)!.Code.ShouldBe(RejectionCode.AlreadyCompleted);
    }

    [Fact]
    public void A_no_without_reasons_is_no_answer()
    {
        var run = Consult(Basis);
        var item = run.OpenItem("consult").Id;

        run.Try(new CompleteWorkItem(item, "disagree", " "), by: Ecology)!.Code.ShouldBe(RejectionCode.OpinionRequired);
        run.Send(new CompleteWorkItem(item, "disagree", "选址在水源保护区"), by: Ecology);

        run.Open().ShouldBe(["review"]);
    }

    [Fact]
    public void Where_the_definition_says_nothing_the_question_stays_open()
    {
        var run = Consult(Basis, unanswered: "");

        run.Send(new ReachTime(), At(20));

        run.Open().ShouldBe(["consult", "review"]);
    }

    [Theory]
    [InlineData("perhaps", Basis, "Expected approval:unanswered to name an outcome of the task, but it is 'perhaps'.")]
    [InlineData("agree", "", "Expected approval:unanswered beside a time limit of the kind 'consult' with its basis, but there is none.")]
    public void Silence_that_no_rule_gives_a_meaning_is_refused(string unanswered, string basis, string sentence) =>
        Should.Throw<DefinitionException>(() => Consult(basis, $"approval:unanswered=\"{unanswered}\"")).Errors.ShouldHaveSingleItem().Message.ShouldBe(sentence);

    private static DateTimeOffset At(int day) => ProcessRun.Monday.AddDays(day - 2);

    // Asked on Monday 2 March: four working days end on Friday the sixth.
    private static ProcessRun Consult(string basis, string unanswered = "approval:unanswered=\"agree\"") => new($"""
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask" />
        <bpmn:parallelGateway id="ask" />
        <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="consult" />
        <bpmn:userTask id="consult" name="征求意见" approval:step="consult" approval:department="ecology" {unanswered}>
          <bpmn:extensionElements>
            <approval:outcome code="agree" name="同意" />
            <approval:outcome code="disagree" name="不同意" requiresOpinion="true" />
            <approval:timeLimit amount="4" unit="working-days" kind="consult" basis="{basis}" />
          </bpmn:extensionElements>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="f3" sourceRef="consult" targetRef="join" />
        <bpmn:sequenceFlow id="f4" sourceRef="ask" targetRef="review" />
        <bpmn:userTask id="review" name="审查" />
        <bpmn:sequenceFlow id="f5" sourceRef="review" targetRef="join" />
        <bpmn:parallelGateway id="join" />
        <bpmn:sequenceFlow id="f6" sourceRef="join" targetRef="end" />
        <bpmn:endEvent id="end" />
        """);
}
