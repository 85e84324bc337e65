using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Xunit;
using static Workflows.Specs.Processes.BpmnText;

namespace Workflows.Specs.Processes;

public class ElementReadingSpecs
{
    [Theory]
    [InlineData("task", typeof(AbstractTask))]
    [InlineData("manualTask", typeof(ManualTask))]
    [InlineData("userTask", typeof(UserTask))]
    [InlineData("serviceTask", typeof(ServiceTask))]
    [InlineData("sendTask", typeof(SendTask))]
    [InlineData("receiveTask", typeof(ReceiveTask))]
    [InlineData("scriptTask", typeof(ScriptTask))]
    [InlineData("businessRuleTask", typeof(BusinessRuleTask))]
    [InlineData("callActivity", typeof(CallActivity))]
    [InlineData("subProcess", typeof(SubProcess))]
    [InlineData("transaction", typeof(Transaction))]
    [InlineData("adHocSubProcess", typeof(AdHocSubProcess))]
    [InlineData("startEvent", typeof(StartEvent))]
    [InlineData("endEvent", typeof(EndEvent))]
    [InlineData("intermediateCatchEvent", typeof(IntermediateCatchEvent))]
    [InlineData("intermediateThrowEvent", typeof(IntermediateThrowEvent))]
    [InlineData("exclusiveGateway", typeof(ExclusiveGateway))]
    [InlineData("inclusiveGateway", typeof(InclusiveGateway))]
    [InlineData("parallelGateway", typeof(ParallelGateway))]
    [InlineData("eventBasedGateway", typeof(EventBasedGateway))]
    [InlineData("complexGateway", typeof(ComplexGateway))]
    public void Every_element_has_its_type(string element, Type type)
    {
        var node = ReadNode<FlowNode>($"""<{element} id="n" name="收件"/>""");

        node.ShouldBeOfType(type);
        node.Name.ShouldBe("收件");
        node.Line.ShouldBe(3);
    }

    [Fact]
    public void Incoming_and_outgoing_come_from_the_flows_in_document_order()
    {
        var scope = ReadProcess("""
            <sequenceFlow id="late" sourceRef="b" targetRef="c"/><task id="a"/><task id="b"/><task id="c"/>
            <sequenceFlow id="f2" sourceRef="a" targetRef="b"/><sequenceFlow id="f1" sourceRef="a" targetRef="b"/>
            """).Content;

        scope.Node("a").Outgoing.ShouldBe(["f2", "f1"]);
        scope.Node("b").Incoming.ShouldBe(["f2", "f1"]);
        scope.Node("b").Outgoing.ShouldBe(["late"]);
        scope.Flow("late").TargetId.ShouldBe("c");
    }

    [Fact]
    public void A_flow_belongs_to_the_scope_of_its_nodes()
    {
        var scope = ReadProcess("""
            <subProcess id="s"><task id="a"/><task id="b"/></subProcess><sequenceFlow id="f" sourceRef="a" targetRef="b"/>
            """).Content;

        scope.Flows.ShouldBeEmpty();
        ((SubProcess)scope.Node("s")).Content.Flow("f").SourceId.ShouldBe("a");
    }

    [Theory]
    [InlineData(" amount > 3 ")]
    [InlineData("= amount > 3")]
    public void A_condition_is_FEEL_with_or_without_an_equals_sign(string condition)
    {
        var process = ReadProcess($"""
            <exclusiveGateway id="g" default="f2"/><task id="t"/>
            <sequenceFlow id="f1" sourceRef="g" targetRef="t"><conditionExpression><![CDATA[{condition}]]></conditionExpression></sequenceFlow>
            <sequenceFlow id="f2" sourceRef="g" targetRef="t"/>
            """);

        process.Content.Flow("f1").Condition.ShouldBe("amount > 3");
        process.Content.Flow("f2").Condition.ShouldBeNull();
        process.Content.Node("g").ShouldBeOfType<ExclusiveGateway>().DefaultFlowId.ShouldBe("f2");
    }

    [Fact]
    public void Events_carry_their_definitions_and_references()
    {
        var model = Read(InDefinitions("""
            <message id="m" name="材料已收"/><signal id="s" name="停办"/><error id="e" name="失败" errorCode="E1"/>
            <escalation id="x" name="上报" escalationCode="X1"/><timerEventDefinition id="shared"><timeDuration>P1D</timeDuration></timerEventDefinition>
            <process id="p">
              <task id="a"/>
              <boundaryEvent id="b" attachedToRef="tns:a" cancelActivity="false" parallelMultiple="true">
                <messageEventDefinition messageRef="tns:m"/><signalEventDefinition signalRef="s"/><errorEventDefinition errorRef="e"/>
                <escalationEventDefinition escalationRef="x"/><conditionalEventDefinition><condition>= a = 1</condition></conditionalEventDefinition>
                <timerEventDefinition><timeDate>2026-03-02T09:00:00</timeDate></timerEventDefinition><eventDefinitionRef>shared</eventDefinitionRef>
                <linkEventDefinition name="下一页"/><compensateEventDefinition activityRef="a" waitForCompletion="false"/>
                <cancelEventDefinition/><terminateEventDefinition/>
              </boundaryEvent>
            </process>
            """));

        var boundary = (BoundaryEvent)model.Processes[0].Content.Node("b");
        boundary.AttachedToId.ShouldBe("a");
        boundary.CancelActivity.ShouldBeFalse();
        boundary.ParallelMultiple.ShouldBeTrue();
        boundary.Definitions.ShouldBe(
        [
            new MessageEventDefinition("m"), new SignalEventDefinition("s"), new ErrorEventDefinition("e"),
            new EscalationEventDefinition("x"), new ConditionalEventDefinition("a = 1"),
            new TimerEventDefinition("2026-03-02T09:00:00", null, null), new TimerEventDefinition(null, "P1D", null),
            new LinkEventDefinition("下一页"), new CompensateEventDefinition("a", WaitForCompletion: false),
            new CancelEventDefinition(), new TerminateEventDefinition(),
        ]);
        model.Messages["m"].Name.ShouldBe("材料已收");
        model.Errors["e"].Code.ShouldBe("E1");
        model.Escalations["x"].Code.ShouldBe("X1");
        model.Signals.Keys.ShouldBe(["s"]);
    }

    [Fact]
    public void What_the_standard_lets_be_absent_may_be_absent()
    {
        var nodes = ReadProcess("""
            <startEvent id="a"><messageEventDefinition/></startEvent><startEvent id="b"><timerEventDefinition/></startEvent>
            <intermediateCatchEvent id="c"><conditionalEventDefinition/><linkEventDefinition/></intermediateCatchEvent>
            <callActivity id="d"/><scriptTask id="e"/><adHocSubProcess id="f"/>
            """).Content;

        ((StartEvent)nodes.Node("a")).Definitions.ShouldBe([new MessageEventDefinition(null)]);
        ((StartEvent)nodes.Node("b")).Definitions.ShouldBe([new TimerEventDefinition(null, null, null)]);
        ((StartEvent)nodes.Node("b")).IsInterrupting.ShouldBeTrue();
        ((CallActivity)nodes.Node("d")).CalledElement.ShouldBeNull();
        ((AdHocSubProcess)nodes.Node("f")).CancelRemainingInstances.ShouldBeTrue();
    }

    [Fact]
    public void Loops_are_read()
    {
        var nodes = ReadProcess("""
            <task id="a"><standardLoopCharacteristics testBefore="1" loopMaximum="3"><loopCondition>=again</loopCondition></standardLoopCharacteristics></task>
            <task id="b"><multiInstanceLoopCharacteristics isSequential="true" approval:collection="=matters" approval:item="matter"
              approval:output="result" approval:outputCollection="results"><loopCardinality>3</loopCardinality>
              <completionCondition>some r in results satisfies r = "refused"</completionCondition></multiInstanceLoopCharacteristics></task>
            """).Content;

        ((Activity)nodes.Node("a")).Loop.ShouldBe(new StandardLoop(true, "again", 3));
        ((Activity)nodes.Node("b")).Loop.ShouldBe(new MultiInstance(
            true, "3", "matters", "matter", "result", "results", "some r in results satisfies r = \"refused\""));
    }

    [Fact]
    public void A_countersign_is_read_with_its_votes()
    {
        var nodes = ReadProcess("""
            <userTask id="sign" xmlns:approval="urn:workflows:approval:1"><extensionElements><approval:outcome code="no" name="否"/><approval:outcome code="yes" name="是"/></extensionElements>
              <multiInstanceLoopCharacteristics approval:countersign="votes" approval:agrees="yes" approval:weight="= signer.votes" approval:threshold="2"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>
            """).Content;

        ((MultiInstance)((Activity)nodes.Node("sign")).Loop!).Countersign.ShouldBe(new Countersign(CountersignKind.Votes, "yes", "signer.votes", "2"));
    }

    [Theory]
    [InlineData("task", """approval:countersign="all" """, "", "Expected a user task to be countersigned, but it is a task.")]
    [InlineData("userTask", """approval:countersign="all" """, "<completionCondition>true</completionCondition>", "Expected a countersign to end by its kind, but it has a completionCondition as well.")]
    [InlineData("userTask", """approval:countersign="all" approval:agrees="perhaps" """, "", "Expected approval:agrees to name an outcome of the task, but it is 'perhaps'.")]
    [InlineData("userTask", """approval:countersign="votes" """, "", "Expected a countersign by votes to have approval:threshold and an outcome beside the one that agrees, but it has not.")]
    [InlineData("userTask", """approval:countersign="any" approval:weight="2" """, "", "Expected approval:weight and approval:threshold only with a countersign by votes, but it is another kind.")]
    [InlineData("userTask", """approval:threshold="2" """, "", "Expected approval:countersign beside approval:agrees, approval:weight and approval:threshold, but there is none.")]
    public void A_countersign_that_contradicts_itself_is_refused(string element, string loop, string content, string sentence)
    {
        var refused = Should.Throw<DefinitionException>(() => ReadProcess($"""
            <{element} id="sign"><multiInstanceLoopCharacteristics {loop}><loopCardinality>3</loopCardinality>{content}</multiInstanceLoopCharacteristics></{element}>
            """));

        refused.Errors.ShouldHaveSingleItem().Message.ShouldBe(sentence);
    }

    [Fact]
    public void Sub_processes_of_each_kind_are_read()
    {
        var content = ReadProcess("""
            <subProcess id="a" triggeredByEvent="true"><startEvent id="a1" isInterrupting="false"/></subProcess>
            <adHocSubProcess id="b" ordering="Sequential" cancelRemainingInstances="false"><completionCondition>done</completionCondition></adHocSubProcess>
            <callActivity id="c" calledElement="tns:standard-approval"/>
            """).Content;

        content.EventSubProcesses.Single().Id.ShouldBe("a");
        ((StartEvent)content.EventSubProcesses[0].Content.Node("a1")).IsInterrupting.ShouldBeFalse();
        var adHoc = (AdHocSubProcess)content.Node("b");
        (adHoc.Sequential, adHoc.CompletionCondition, adHoc.CancelRemainingInstances).ShouldBe((true, "done", false));
        ((CallActivity)content.Node("c")).CalledElement.ShouldBe("standard-approval");
    }

    [Fact]
    public void A_lane_gives_its_department_to_the_lanes_and_sub_processes_in_it()
    {
        var process = ReadProcess("""
            <laneSet id="l"><lane id="outer" name="审批" approval:department="housing">
              <flowNodeRef>a</flowNodeRef><flowNodeRef>s</flowNodeRef>
              <childLaneSet id="c"><lane id="inner"><flowNodeRef>a</flowNodeRef></lane></childLaneSet></lane></laneSet>
            <userTask id="a"/><subProcess id="s"><userTask id="b"/></subProcess><userTask id="c1"/>
            """);

        process.LaneOf(process.FindNode("a")!)!.ShouldBe(new Lane("inner", null, "housing"));
        process.LaneOf(process.FindNode("b")!)!.Id.ShouldBe("outer");
        process.LaneOf(process.FindNode("c1")!).ShouldBeNull();
    }

    [Fact]
    public void Pools_and_message_flows_are_read()
    {
        var model = Read(InDefinitions("""
            <message id="m"/>
            <collaboration id="c"><participant id="us" name="窗口" processRef="tns:p"/><participant id="them" name="申请人"/>
              <messageFlow id="f" name="补正" sourceRef="a" targetRef="them" messageRef="m"/></collaboration>
            <process id="p"><sendTask id="a" messageRef="m"/></process>
            """));

        model.Participants.ShouldBe([new Participant("us", "窗口", "p"), new Participant("them", "申请人", null)]);
        model.MessageFlows.ShouldBe([new MessageFlow("f", "补正", "a", "them", "m")]);
        ((SendTask)model.Processes[0].Content.Node("a")).MessageId.ShouldBe("m");
    }

    [Fact]
    public void A_compensation_handler_is_found_by_the_association_from_the_boundary_event()
    {
        var process = ReadProcess("""
            <task id="a"/><boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>
            <task id="undo" isForCompensation="true"/><association id="x" sourceRef="b" targetRef="undo"/>
            """);

        process.CompensationHandlers.ShouldBe(new Dictionary<string, string> { ["a"] = "undo" });
        ((Activity)process.FindNode("undo")!).IsForCompensation.ShouldBeTrue();
    }

    [Fact]
    public void The_approval_extension_is_read()
    {
        var approval = ReadNode<UserTask>("""
            <userTask id="t" approval:department="housing" approval:role="officer" approval:step="site-visit" approval:matter="permit"
              approval:form="site" approval:decision="guidance.dmn#d" approval:resultVariable="r" approval:connector="seal">
              <extensionElements>
                <approval:outcome code="refused" name="不予许可" requiresOpinion="true" matterState="completed-refused"/>
                <approval:timeLimit amount="0.5" unit="workingDays" kind="step" owner="applicant" basis="行政许可法 32" assumed="true"/>
                <approval:operation name="correct"/>
              </extensionElements>
            </userTask>
            """).Approval;

        approval.Outcomes.ShouldBe([new Outcome("refused", "不予许可", RequiresOpinion: true, MatterState.CompletedRefused)]);
        approval.TimeLimits.ShouldBe([new TimeLimit(0.5m, TimeUnit.WorkingDays, ClockKind.Step, TimeOwner.Applicant, "行政许可法 32", Assumed: true)]);
        approval.Operations.ShouldBe(["correct"]);
        (approval.Department, approval.Role, approval.Step, approval.Matter).ShouldBe(("housing", "officer", StepKind.SiteVisit, "permit"));
        (approval.Form, approval.Decision, approval.ResultVariable, approval.Connector).ShouldBe(("site", "guidance.dmn#d", "r", "seal"));
    }
}
