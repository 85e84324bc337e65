using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Xunit;

namespace Workflows.Specs.Execution;

public class GatewaySpecs
{
    private const string Branches = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="split" />
        <bpmn:sequenceFlow id="f1" sourceRef="split" targetRef="a" />
        <bpmn:sequenceFlow id="f2" sourceRef="split" targetRef="b" />
        <bpmn:sequenceFlow id="f3" sourceRef="split" targetRef="c" />
        <bpmn:userTask id="a" /><bpmn:userTask id="b" /><bpmn:userTask id="c" />
        <bpmn:sequenceFlow id="g1" sourceRef="a" targetRef="join" />
        <bpmn:sequenceFlow id="g2" sourceRef="b" targetRef="join" />
        <bpmn:sequenceFlow id="g3" sourceRef="c" targetRef="join" />
        <bpmn:sequenceFlow id="g4" sourceRef="join" targetRef="after" />
        <bpmn:userTask id="after" />
        """;

    [Fact]
    public void Takes_the_first_flow_whose_condition_is_met() => Area(60).Open().ShouldBe(["large"]);

    [Fact]
    public void Takes_the_default_flow_when_no_condition_is_met() => Area(20).Open().ShouldBe(["small"]);

    [Fact]
    public void Without_a_way_out_the_case_waits_for_a_repair_and_goes_on_after_it()
    {
        var run = new ProcessRun(Decision(string.Empty), form: FeelContext.Empty.With("area", 20));

        var incident = run.State.Incidents.Values.ShouldHaveSingleItem();
        incident.Message.ShouldBe("Expected gateway 'size' to find a true condition or a default flow, but found neither.");
        run.Send(new RetryIncident(incident.Id, "面积录入有误", FeelContext.Empty.With("form", FeelContext.Empty.With("area", 80))));

        run.Open().ShouldBe(["large"]);
        run.State.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void A_parallel_join_waits_for_every_flow()
    {
        var run = new ProcessRun(Branches + """<bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="join" />""");

        run.Complete("a").Complete("c").Open().ShouldBe(["b"]);
        run.Complete("b").Open().ShouldBe(["after"]);
    }

    [Fact]
    public void A_complex_gateway_fires_at_its_condition_and_swallows_the_late_tokens()
    {
        var run = new ProcessRun(Branches + """
            <bpmn:parallelGateway id="split" />
            <bpmn:complexGateway id="join"><bpmn:activationCondition>activationCount >= 2</bpmn:activationCondition></bpmn:complexGateway>
            """);

        run.Complete("a").Complete("b").Open().ShouldBe(["c", "after"]);
        run.Complete("c").Complete("after");

        run.HasEnded.ShouldBeTrue();
        run.Passed().Count(id => id == "after").ShouldBe(1);
    }

    [Fact]
    public void A_join_that_can_never_fire_is_an_incident()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="split" />
            <bpmn:exclusiveGateway id="split" default="f1" />
            <bpmn:sequenceFlow id="f1" sourceRef="split" targetRef="join" />
            <bpmn:sequenceFlow id="f2" sourceRef="split" targetRef="join"><bpmn:conditionExpression>false</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:parallelGateway id="join" />
            """);

        run.State.Incidents.Values.ShouldHaveSingleItem().Message.ShouldBe("Expected a token over each flow into 'join', but no more can come over 'f2'.");
    }

    [Fact]
    public void A_loop_that_never_waits_is_stopped_as_an_incident()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="again" />
            <bpmn:exclusiveGateway id="again" />
            <bpmn:sequenceFlow id="f1" sourceRef="again" targetRef="task" />
            <bpmn:manualTask id="task" />
            <bpmn:sequenceFlow id="f2" sourceRef="task" targetRef="again" />
            """);

        run.State.Incidents.Values.ShouldHaveSingleItem().Message.ShouldStartWith("Expected the case to wait somewhere, but it has made 20000 steps without waiting");
    }

    private static ProcessRun Area(int area) => new(Decision(""" default="g2" """), form: FeelContext.Empty.With("area", area));

    private static string Decision(string defaultFlow) =>
        $"""
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="g0" sourceRef="start" targetRef="size" />
        <bpmn:exclusiveGateway id="size"{defaultFlow} />
        <bpmn:sequenceFlow id="g1" sourceRef="size" targetRef="large"><bpmn:conditionExpression>form.area > 50</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="g2" sourceRef="size" targetRef="small"><bpmn:conditionExpression>form.area > 1000</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:userTask id="large" /><bpmn:userTask id="small" />
        """;
}
