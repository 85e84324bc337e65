using System.Globalization;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;
using Xunit;

namespace Workflows.Specs.Execution;

public class EventSpecs
{
    [Fact]
    public void A_timer_in_natural_time_fires_at_its_instant()
    {
        var run = Waiting("""<bpmn:timerEventDefinition><bpmn:timeDuration>PT48H</bpmn:timeDuration></bpmn:timerEventDefinition>""");

        run.Send(new ReachTime(), ProcessRun.Monday.AddHours(47)).HasEnded.ShouldBeFalse();
        run.Send(new ReachTime(), ProcessRun.Monday.AddHours(48)).HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_timer_in_working_days_fires_when_its_last_day_has_passed()
    {
        var run = Waiting(
            """<bpmn:timerEventDefinition />""",
            """<bpmn:extensionElements><approval:timeLimit amount="5" unit="workingDays" kind="step" /></bpmn:extensionElements>""");

        // Five working days from Monday 2 March end with Monday 9 March.
        run.Send(new ReachTime(), ProcessRun.Monday.AddDays(7)).HasEnded.ShouldBeFalse();
        run.Send(new ReachTime(), ProcessRun.Monday.AddDays(8)).HasEnded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("timeDate", "2026-03-04", "2026-03-04T00:00:00+08:00")]
    [InlineData("timeDate", "2026-03-04T10:30:00", "2026-03-04T10:30:00+08:00")]
    [InlineData("timeDate", "2026-03-04T10:30:00Z", "2026-03-04T18:30:00+08:00")]
    [InlineData("timeDate", "=date(&quot;2026-03-02&quot;) + duration(&quot;P2D&quot;)", "2026-03-04T00:00:00+08:00")]
    [InlineData("timeDate", "=&quot;2026-03-04&quot;", "2026-03-04T00:00:00+08:00")]
    [InlineData("timeDuration", "=duration(&quot;PT36H&quot;)", "+36")]
    [InlineData("timeDuration", "=&quot;PT36H&quot;", "+36")]
    [InlineData("timeDuration", "P1M", "+744")]
    [InlineData("timeCycle", "R1/2026-03-05T08:00:00/P1D", "2026-03-05T08:00:00+08:00")]
    public void A_timer_is_due_by_the_clock_and_the_calendar_of_the_region(string kind, string text, string expected)
    {
        var run = Waiting($"<bpmn:timerEventDefinition><bpmn:{kind}>{text}</bpmn:{kind}></bpmn:timerEventDefinition>");

        run.State.Subscriptions.Values.ShouldHaveSingleItem().DueAt.ShouldBe(expected.StartsWith('+')
            ? ProcessRun.Monday.AddHours(int.Parse(expected, CultureInfo.InvariantCulture))
            : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
        run.State.Incidents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("timeDate", "=deadline")]
    [InlineData("timeDate", "=5")]
    [InlineData("timeDuration", "=duration(&quot;-PT1H&quot;)")]
    [InlineData("timeCycle", "=&quot;daily&quot;")]
    public void A_time_that_cannot_be_read_is_an_incident_and_is_read_again_when_it_was_repaired(string kind, string text)
    {
        var run = Waiting($"<bpmn:timerEventDefinition><bpmn:{kind}>{text}</bpmn:{kind}></bpmn:timerEventDefinition>");
        var incident = run.State.Incidents.Values.ShouldHaveSingleItem();
        incident.Message.ShouldBe("Expected timer 'wait' to have a date, a duration or a cycle that can be read, but it has none.");

        run.Send(new RetryIncident(incident.Id, "已补填", FeelContext.Empty.With("deadline", "2026-03-04")));

        var due = run.State.Subscriptions.Values.ShouldHaveSingleItem().DueAt;
        due.ShouldBe(text == "=deadline" ? new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.FromHours(8)) : null);
        run.State.Incidents.Count.ShouldBe(due is null ? 1 : 0);
    }

    [Fact]
    public void Work_beside_a_timer_that_cannot_be_read_goes_on()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="work" />
            <bpmn:userTask id="work" />
            <bpmn:boundaryEvent id="remind" attachedToRef="work" cancelActivity="false">
              <bpmn:timerEventDefinition><bpmn:timeDate>=nothing</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            """);
        run.State.Incidents.Values.ShouldHaveSingleItem().ElementId.ShouldBe("remind");

        run.Send(new SkipIncident(run.State.Incidents.Keys.Single(), "无须提醒")).Open().ShouldBe(["work"]);

        run.State.Incidents.ShouldBeEmpty();
        run.Complete("work").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_message_goes_on_with_its_payload()
    {
        var run = Waiting("""<bpmn:messageEventDefinition messageRef="paid" />""", references: """<bpmn:message id="paid" name="payment" />""");

        run.Send(new DeliverMessage("payment", FeelContext.Empty.With("amount", 20)));

        run.HasEnded.ShouldBeTrue();
        run["wait"].ShouldBe(FeelContext.Empty.With("amount", 20));
    }

    [Fact]
    public void A_message_that_nobody_waits_for_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Waiting("""<bpmn:messageEventDefinition messageRef="paid" />""", references: """<bpmn:message id="paid" name="payment" />""")
            .Send(new DeliverMessage("refund"))).Message.ShouldBe("Expected case '1' to wait for message 'refund', but it does not.");

    [Fact]
    public void A_message_finds_the_waiting_event_by_correlation()
    {
        var run = new ProcessRun(
            """
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="a" />
            <bpmn:sequenceFlow id="f2" sourceRef="start" targetRef="b" />
            <bpmn:receiveTask id="a" messageRef="m" approval:correlation="&quot;A&quot;" />
            <bpmn:receiveTask id="b" messageRef="m" approval:correlation="&quot;B&quot;" />
            """,
            """<bpmn:message id="m" name="answer" />""");

        run.Send(new DeliverMessage("answer", null, "B"));

        run.Passed().ShouldBe(["start", "b"]);
    }

    [Fact]
    public void A_condition_happens_when_it_becomes_true()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="wait" />
            <bpmn:sequenceFlow id="f3" sourceRef="start" targetRef="measure" />
            <bpmn:userTask id="measure" />
            <bpmn:intermediateCatchEvent id="wait">
              <bpmn:conditionalEventDefinition><bpmn:condition>measure.area > 50</bpmn:condition></bpmn:conditionalEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="end" />
            <bpmn:endEvent id="end" />
            """);

        run.Passed().ShouldBe(["start"]);
        run.Complete("measure", FeelContext.Empty.With("area", 62));

        run.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_parallel_multiple_event_waits_for_all_of_its_parts()
    {
        var run = new ProcessRun(
            """
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="wait" />
            <bpmn:intermediateCatchEvent id="wait" parallelMultiple="true">
              <bpmn:messageEventDefinition messageRef="m1" /><bpmn:messageEventDefinition messageRef="m2" />
            </bpmn:intermediateCatchEvent>
            """,
            """<bpmn:message id="m1" name="one" /><bpmn:message id="m2" name="two" />""");

        run.Send(new DeliverMessage("two")).HasEnded.ShouldBeFalse();
        run.Send(new DeliverMessage("one")).HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_non_interrupting_boundary_cycle_reminds_again_and_again()
    {
        var run = new ProcessRun("""
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="work" />
            <bpmn:userTask id="work" />
            <bpmn:boundaryEvent id="remind" attachedToRef="work" cancelActivity="false">
              <bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT24H</bpmn:timeCycle></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            """);

        run.Send(new ReachTime(), ProcessRun.Monday.AddHours(24)).Send(new ReachTime(), ProcessRun.Monday.AddHours(48)).Send(new ReachTime(), ProcessRun.Monday.AddHours(72));

        run.Passed().Count(id => id == "remind").ShouldBe(2);
        run.Open().ShouldBe(["work"]);
    }

    [Fact]
    public void An_error_of_another_system_is_caught_on_the_task_that_called_it()
    {
        var run = new ProcessRun(
            """
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call" />
            <bpmn:serviceTask id="call" approval:connector="e-licence" />
            <bpmn:boundaryEvent id="failed" attachedToRef="call"><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>
            """,
            """<bpmn:error id="e" errorCode="not-found" />""");

        run.Send(new FailActivity(run.State.Instances.Values.Single(instance => instance.ElementId == "call").Id, "not-found", "no such licence"));

        run.Passed().ShouldBe(["start", "failed", "process"]);
    }

    private static ProcessRun Waiting(string definition, string extension = "", string references = "") => new(
        $"""
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="wait" />
        <bpmn:intermediateCatchEvent id="wait">{extension}{definition}</bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="end" />
        <bpmn:endEvent id="end" />
        """,
        references);
}
