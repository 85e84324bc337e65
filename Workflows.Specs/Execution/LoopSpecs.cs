using Shouldly;
using Workflows.Definitions.Feel;
using Xunit;

namespace Workflows.Specs.Execution;

public class LoopSpecs
{
    [Fact]
    public void A_parallel_multi_instance_waits_for_all_of_its_instances()
    {
        var run = Start("""<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>""");

        run.Open().ShouldBe(["sign1", "sign2", "sign3"]);
        run.Complete("sign").Complete("sign");
        run.HasEnded.ShouldBeFalse();
        run.Complete("sign").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_sequential_multi_instance_offers_one_after_the_other()
    {
        var run = Start("""<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>""");

        run.Open().ShouldBe(["sign1"]);
        run.Complete("sign").Open().ShouldBe(["sign2"]);
        run.Complete("sign").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_met_completion_condition_withdraws_the_rest()
    {
        var run = Start("""
            <bpmn:multiInstanceLoopCharacteristics>
              <bpmn:loopCardinality>3</bpmn:loopCardinality>
              <bpmn:completionCondition>numberOfCompletedInstances = 2</bpmn:completionCondition>
            </bpmn:multiInstanceLoopCharacteristics>
            """);

        run.Complete("sign").Complete("sign");

        run.HasEnded.ShouldBeTrue();
        run.State.WorkItems.Values.Count(item => item.State is Workflows.Engine.WorkItems.WorkItemState.Withdrawn).ShouldBe(1);
    }

    [Fact]
    public void A_collection_gives_one_instance_an_item_and_collects_the_outputs()
    {
        var run = Start(
            """<bpmn:multiInstanceLoopCharacteristics approval:collection="form.departments" approval:item="who" approval:output="who + sign.said" approval:outputCollection="opinions" />""",
            FeelContext.Empty.With("departments", new FeelList(["消防", "城管"])));

        run.Complete("sign", FeelContext.Empty.With("said", "同意")).Complete("sign", FeelContext.Empty.With("said", "不同意"));

        run["opinions"].ShouldBe(new FeelList(["消防同意", "城管不同意"]));
    }

    [Fact]
    public void A_collection_that_is_empty_is_passed_at_once() =>
        Start(
            """<bpmn:multiInstanceLoopCharacteristics approval:collection="form.departments" approval:item="who" />""",
            FeelContext.Empty.With("departments", FeelList.Empty)).HasEnded.ShouldBeTrue();

    [Fact]
    public void A_collection_that_is_no_list_is_an_incident() =>
        Start("""<bpmn:multiInstanceLoopCharacteristics approval:collection="form.departments" approval:item="who" />""")
            .State.Incidents.Values.ShouldHaveSingleItem().Message
            .ShouldBe("Expected the number of instances of 'sign' from 'form.departments', but it gave none.");

    [Fact]
    public void A_standard_loop_goes_on_while_its_condition_is_met()
    {
        var run = Start("""<bpmn:standardLoopCharacteristics loopMaximum="5"><bpmn:loopCondition>loopCounter &lt; 2</bpmn:loopCondition></bpmn:standardLoopCharacteristics>""");

        run.Complete("sign").Open().ShouldBe(["sign2"]);
        run.Complete("sign").HasEnded.ShouldBeTrue();
    }

    private static ProcessRun Start(string loop, FeelContext? form = null) => new(
        $"""
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="sign" />
        <bpmn:userTask id="sign">{loop}</bpmn:userTask>
        <bpmn:sequenceFlow id="f2" sourceRef="sign" targetRef="end" />
        <bpmn:endEvent id="end" />
        """,
        form: form);
}
