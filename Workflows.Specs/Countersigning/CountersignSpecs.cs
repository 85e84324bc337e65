using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Countersigning;

/// <summary>What a countersign comes to, and that nothing of it is left over.</summary>
public class CountersignSpecs
{
    [Theory]
    [InlineData("agree agree agree", "agree", 0)]
    [InlineData("agree disagree", "disagree", 1)]
    [InlineData("disagree", "disagree", 2)]
    public void All_have_to_agree_and_the_first_who_does_not_ends_it(string given, string outcome, int withdrawn) =>
        Comes("""approval:countersign="all" """, given, outcome, withdrawn);

    [Theory]
    [InlineData("agree", "agree")]
    [InlineData("disagree", "disagree")]
    public void Of_any_the_first_signature_decides(string given, string outcome) => Comes("""approval:countersign="any" """, given, outcome, 2);

    [Theory]
    [InlineData("agree agree", "agree", 1)]
    [InlineData("agree disagree agree", "agree", 0)]
    [InlineData("agree disagree disagree", "disagree", 0)]
    [InlineData("disagree", "disagree", 2)]
    public void Votes_decide_as_soon_as_the_threshold_is_reached_or_out_of_reach(string given, string outcome, int withdrawn) =>
        Comes("""approval:countersign="votes" approval:weight="if loopCounter = 1 then 2 else 1" approval:threshold="3" """, given, outcome, withdrawn);

    [Fact]
    public void One_after_the_other_ends_at_the_first_who_does_not_agree()
    {
        var run = Start("""isSequential="true" approval:countersign="all" """);

        run.Open().ShouldBe(["sign1"]);
        run.Complete("sign", outcome: "agree").Open().ShouldBe(["sign2"]);
        run.Complete("sign", outcome: "disagree").Open().ShouldBe(["refused"]);
    }

    [Fact]
    public void The_outcome_that_agrees_may_be_another_than_the_first() =>
        Comes("""approval:countersign="all" approval:agrees="disagree" """, "disagree disagree agree", "agree", 0);

    [Fact]
    public void The_result_lists_every_signature_with_its_votes()
    {
        var run = Start("""approval:countersign="votes" approval:threshold="2" """);

        run.Complete("sign", outcome: "agree").Complete("sign", outcome: "agree");

        var step = (FeelContext)run["sign"];
        step["votes"].ShouldBe(new FeelNumber(2));
        ((FeelList)step["signatures"]).Select(signature => ((FeelContext)signature)["by"]).ShouldBe([new FeelString("李科员"), new FeelString("李科员")]);
    }

    [Theory]
    [InlineData("0", """approval:countersign="all" """, "Expected somebody to countersign 'sign'")]
    [InlineData("2", """approval:countersign="votes" approval:threshold="form.votes" """, "Expected a number of votes from 'form.votes'")]
    [InlineData("2", """approval:countersign="votes" approval:threshold="2" approval:weight="form.votes" """, "Expected the votes of every signer of 'sign' from 'form.votes'")]
    public void What_cannot_be_counted_stops_the_case_until_it_is_repaired(string signers, string loop, string sentence)
    {
        var run = Start(loop, signers);

        run.Open().ShouldBeEmpty();
        run.State.Incidents.Values.ShouldHaveSingleItem().Message.ShouldStartWith(sentence);
    }

    [Fact]
    public void A_repaired_countersign_asks_all_of_its_signers()
    {
        var run = Start("""approval:countersign="votes" approval:threshold="form.votes" """);

        run.Send(new RetryIncident(run.State.Incidents.Keys.Single(), "补上票数", FeelContext.Empty.With("form", FeelContext.Empty.With("votes", 2))));

        run.Open().ShouldBe(["sign1", "sign2", "sign3"]);
    }

    internal static ProcessRun Start(string loop, string signers = "3", string operations = "") => new($"""
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="sign" />
        <bpmn:userTask id="sign" name="会签">
          <bpmn:extensionElements>
            <approval:outcome code="agree" name="同意" />
            <approval:outcome code="disagree" name="不同意" />
            {operations}
          </bpmn:extensionElements>
          <bpmn:multiInstanceLoopCharacteristics {loop}><bpmn:loopCardinality>{signers}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="f2" sourceRef="sign" targetRef="way" />
        <bpmn:exclusiveGateway id="way" default="f4" />
        <bpmn:sequenceFlow id="f3" sourceRef="way" targetRef="agreed"><bpmn:conditionExpression>sign.outcome = "agree"</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="f4" sourceRef="way" targetRef="refused" />
        <bpmn:userTask id="agreed"><bpmn:extensionElements><approval:operation name="send-back" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:userTask id="refused" />
        """);

    private static void Comes(string loop, string given, string outcome, int withdrawn)
    {
        var run = Start(loop);

        foreach (var one in given.Split(' '))
        {
            run.Complete("sign", outcome: one);
        }

        ((FeelContext)run["sign"])["outcome"].ShouldBe(new FeelString(outcome));
        run.Open().ShouldBe([outcome == "agree" ? "agreed" : "refused"]);
        run.State.WorkItems.Values.Count(item => item.State is WorkItemState.Withdrawn).ShouldBe(withdrawn);
        run.State.Instances.Values.Any(instance => instance.ElementId == "sign").ShouldBeFalse();
    }
}
