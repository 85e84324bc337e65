using Shouldly;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Specs.Processes;
using Xunit;

namespace Workflows.Specs.Checks.Soundness;

public class SoundnessCheckSpecs
{
    private const string Ends = """<startEvent id="s"/><endEvent id="e"/>""";

    [Fact]
    public void A_split_that_is_joined_alike_is_sound()
    {
        var report = Check($"{Ends}<parallelGateway id='g'/><task id='a'/><task id='b'/><parallelGateway id='j'/>", "s>g g>a g>b a>j b>j j>e");

        report.Verdict.ShouldBe(SoundnessVerdict.Sound);
        report.Flaws.ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_that_is_joined_as_if_both_came_gets_stuck()
    {
        var flaw = Check($"{Ends}<exclusiveGateway id='g'/><task id='a'/><task id='b'/><parallelGateway id='j'/>", "s>g g>a g>b a>j b>j j>e").Flaws.ShouldHaveSingleItem();

        flaw.Kind.ShouldBe(SoundnessFlawKind.Deadlock);
        flaw.ElementId.ShouldBe("j");
        flaw.Message.ShouldBe("Expected every run to come to an end, but the process can get stuck with a token that waits at 'j' for ever.");
        flaw.Example.ShouldBe(["s", "g", "g_a", "a"]);
    }

    [Fact]
    public void Parallel_paths_that_are_merged_meet_on_one_flow()
    {
        var flaw = Check($"{Ends}<parallelGateway id='g'/><task id='a'/><exclusiveGateway id='j'/><task id='b'/>", "s>g g>a g>j a>j j>b b>e").Flaws.ShouldHaveSingleItem();

        flaw.Kind.ShouldBe(SoundnessFlawKind.LackOfSynchronisation);
        flaw.ElementId.ShouldBe("j_b");
        flaw.Example.ShouldBe(["s", "g", "a", "j", "j"]);
    }

    [Fact]
    public void A_ring_without_a_way_out_has_no_option_to_complete()
    {
        var report = Check($"{Ends}<exclusiveGateway id='g'/><exclusiveGateway id='r'/><task id='a'/><task id='b'/>", "s>g g>e g>r r>a a>b b>r");

        report.Flaws.ShouldHaveSingleItem().Kind.ShouldBe(SoundnessFlawKind.NoOptionToComplete);
        report.Flaws[0].Example.ShouldBe(["s", "g", "g_r"]);
    }

    [Fact]
    public void An_element_that_no_run_comes_to_is_dead()
    {
        var report = Check(
            $"""{Ends}<subProcess id="sub"><startEvent id="i"/><endEvent id="k"/><sequenceFlow id="i_k" sourceRef="i" targetRef="k"/></subProcess><boundaryEvent id="b" attachedToRef="sub"><errorEventDefinition/></boundaryEvent><task id="t"/>""",
            "s>sub sub>e b>t t>e");

        var flaw = report.Flaws.ShouldHaveSingleItem();
        (flaw.Kind, flaw.ElementId).ShouldBe((SoundnessFlawKind.DeadElement, "b"));
    }

    [Fact]
    public void An_inclusive_join_waits_for_what_was_split_and_for_nothing_else() =>
        CheckInclusive().Verdict.ShouldBe(SoundnessVerdict.Sound);

    [Fact]
    public void An_error_interrupts_what_it_is_thrown_in()
    {
        const string sub = """
            <subProcess id="sub"><startEvent id="i"/><parallelGateway id="g"/><task id="a"/><endEvent id="k"/><endEvent id="x"><errorEventDefinition/></endEvent>
              <sequenceFlow id="i_g" sourceRef="i" targetRef="g"/><sequenceFlow id="g_a" sourceRef="g" targetRef="a"/>
              <sequenceFlow id="g_x" sourceRef="g" targetRef="x"/><sequenceFlow id="a_k" sourceRef="a" targetRef="k"/></subProcess>
            <boundaryEvent id="b" attachedToRef="sub"><errorEventDefinition/></boundaryEvent>
            """;

        var report = Check($"{Ends}{sub}<task id='t'/>", "s>sub b>t t>e");

        // The sub-process never ends by itself: the error comes always.
        report.Verdict.ShouldBe(SoundnessVerdict.Sound);
    }

    [Fact]
    public void A_reminder_that_does_not_interrupt_happens_once() =>
        Check($"""{Ends}<task id="a"/><boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><timerEventDefinition/></boundaryEvent><task id="t"/><endEvent id="e2"/>""", "s>a a>e b>t t>e2")
            .Verdict.ShouldBe(SoundnessVerdict.Sound);

    [Fact]
    public void A_withdrawal_at_any_time_ends_the_process()
    {
        const string withdrawal = """
            <subProcess id="w" triggeredByEvent="true"><startEvent id="ws"><messageEventDefinition/></startEvent><task id="wt"/><endEvent id="we"/>
              <sequenceFlow id="ws_wt" sourceRef="ws" targetRef="wt"/><sequenceFlow id="wt_we" sourceRef="wt" targetRef="we"/></subProcess>
            """;

        Check($"{Ends}<task id='a'/>{withdrawal}", "s>a a>e").Verdict.ShouldBe(SoundnessVerdict.Sound);
    }

    [Fact]
    public void A_message_that_nobody_takes_any_more_is_left_over()
    {
        var report = SoundnessCheck.Check(BpmnText.Read(BpmnText.InDefinitions("""
            <collaboration id="c"><participant id="x" processRef="p"/><participant id="y" processRef="q"/>
              <messageFlow id="m" sourceRef="send" targetRef="receive"/></collaboration>
            <process id="p"><startEvent id="s"/><sendTask id="send"/><endEvent id="e"/>
              <sequenceFlow id="s_send" sourceRef="s" targetRef="send"/><sequenceFlow id="send_e" sourceRef="send" targetRef="e"/></process>
            <process id="q"><startEvent id="qs"/><exclusiveGateway id="g"/><receiveTask id="receive"/><endEvent id="qe"/>
              <sequenceFlow id="qs_g" sourceRef="qs" targetRef="g"/><sequenceFlow id="g_receive" sourceRef="g" targetRef="receive"/>
              <sequenceFlow id="g_qe" sourceRef="g" targetRef="qe"/><sequenceFlow id="receive_qe" sourceRef="receive" targetRef="qe"/></process>
            """)), cancellation: TestContext.Current.CancellationToken);

        var flaw = report.Flaws.ShouldHaveSingleItem();
        (flaw.Kind, flaw.ElementId).ShouldBe((SoundnessFlawKind.MessageNeverReceived, "m"));
        flaw.Example.ShouldContain("g_qe");
    }

    [Fact]
    public void Past_the_bound_it_says_undecided_and_never_sound()
    {
        var content = string.Concat(Enumerable.Range(0, 6).Select(i => $"<exclusiveGateway id='g{i}'/>")) + Ends;
        var flows = "s>g0 " + string.Join(' ', Enumerable.Range(0, 5).Select(i => $"g{i}>g{i + 1} g{i}>e")) + " g5>e";

        var report = SoundnessCheck.Check(BpmnText.Read(BpmnText.InProcess(content + BpmnText.Flows(flows))), mostStates: 3, cancellation: TestContext.Current.CancellationToken);

        report.Verdict.ShouldBe(SoundnessVerdict.Undecided);
        report.Flaws.ShouldHaveSingleItem().Kind.ShouldBe(SoundnessFlawKind.Undecided);
    }

    [Fact]
    public void A_split_on_more_conditions_than_can_be_combined_is_undecided()
    {
        var branches = Enumerable.Range(0, 13).ToList();
        var content = string.Concat(branches.Select(i => $"<sequenceFlow id='g_{i}' sourceRef='g' targetRef='j'><conditionExpression>x{i}</conditionExpression></sequenceFlow>"));

        var report = Check($"{Ends}<inclusiveGateway id='g'/><inclusiveGateway id='j'/>{content}", "s>g j>e");

        report.Verdict.ShouldBe(SoundnessVerdict.Undecided);
        report.Flaws.ShouldHaveSingleItem().ElementId.ShouldBe("g");
    }

    private static SoundnessReport CheckInclusive() => SoundnessCheck.Check(BpmnText.Read(BpmnText.InProcess(
        $"""
        {Ends}<inclusiveGateway id="g" default="g_c"/><task id="a"/><task id="b"/><task id="c"/><inclusiveGateway id="j"/>
        <sequenceFlow id="g_a" sourceRef="g" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow id="g_b" sourceRef="g" targetRef="b"><conditionExpression>y</conditionExpression></sequenceFlow>
        {BpmnText.Flows("s>g g>c a>j b>j c>j j>e")}
        """)));

    private static SoundnessReport Check(string nodes, string flows) =>
        SoundnessCheck.Check(BpmnText.Read(BpmnText.InProcess(nodes + BpmnText.Flows(flows))));
}
