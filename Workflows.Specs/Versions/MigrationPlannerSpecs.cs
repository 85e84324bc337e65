using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.Storage;
using Workflows.Engine.Versions;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Versions;

/// <summary>A case moves to another version with what it is at, or it is told why it cannot.</summary>
public class MigrationPlannerSpecs
{
    private const string Line = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="first" />
        <bpmn:userTask id="first" name="受理" />
        <bpmn:sequenceFlow id="f2" sourceRef="first" targetRef="second" />
        <bpmn:userTask id="second" name="审查">
          <bpmn:extensionElements><approval:timeLimit amount="5" unit="working-days" kind="step" /></bpmn:extensionElements>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="f3" sourceRef="second" targetRef="end" />
        <bpmn:endEvent id="end" />
        """;

    private const string Fork = """
        <bpmn:startEvent id="start" />
        <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="split" />
        <bpmn:parallelGateway id="split" />
        <bpmn:sequenceFlow id="f1" sourceRef="split" targetRef="a" />
        <bpmn:sequenceFlow id="f2" sourceRef="split" targetRef="b" />
        <bpmn:userTask id="a" /><bpmn:userTask id="b" />
        <bpmn:sequenceFlow id="g1" sourceRef="a" targetRef="join" />
        <bpmn:sequenceFlow id="g2" sourceRef="b" targetRef="join" />
        <bpmn:parallelGateway id="join" />
        <bpmn:sequenceFlow id="g3" sourceRef="join" targetRef="end" />
        <bpmn:endEvent id="end" />
        """;

    private const string Reminder = """
        <bpmn:boundaryEvent id="late" attachedToRef="second" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="f4" sourceRef="late" targetRef="remind" />
        <bpmn:userTask id="remind" name="催办" />
        """;

    [Fact]
    public void What_kept_its_id_keeps_its_place_its_work_item_and_its_clock()
    {
        var run = new ProcessRun(Line).Complete("first");
        var (item, clock) = (run.State.WorkItems.Values.Last(), run.State.Clocks.Values.ShouldHaveSingleItem());

        run.Migrate(Line.Replace("审查", "复核", StringComparison.Ordinal));

        run.State.ServiceVersion.ShouldBe(2);
        run.State.WorkItems[item.Id].ShouldBe(item with { Name = "复核" });
        run.State.Clocks[clock.Id].ShouldBe(clock);
        run.Complete("second").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void What_was_completed_is_never_done_again()
    {
        var run = new ProcessRun(Line).Complete("first");

        run.Migrate(Line.Replace("targetRef=\"first\"", "targetRef=\"zero\"", StringComparison.Ordinal) + """
            <bpmn:userTask id="zero" /><bpmn:sequenceFlow id="f0" sourceRef="zero" targetRef="first" />
            """);

        run.Open().ShouldBe(["second"]);
        run.Events.OfType<WorkItemOffered>().Count(offered => offered.WorkItem.ElementId == "first").ShouldBe(1);
    }

    [Fact]
    public void Folding_the_journal_afresh_gives_the_same_case()
    {
        var run = new ProcessRun(Line).Complete("first").Migrate(Line.Replace("审查", "复核", StringComparison.Ordinal) + Reminder).Complete("second");

        CaseJson.Write(CaseFolding.Replay(run.Events)).ShouldBe(CaseJson.Write(run.State));
    }

    [Fact]
    public void What_has_no_namesake_needs_an_instruction()
    {
        var renamed = Line.Replace("\"second\"", "\"review\"", StringComparison.Ordinal);
        var run = new ProcessRun(Line).Complete("first");

        var plan = run.Plan(renamed);
        var obstacle = plan.Obstacles.ShouldHaveSingleItem();
        (obstacle.ElementId, obstacle.Message).ShouldBe(("second", "Expected the case, which stands at 'second', to find 'second' in 'process' of version 2, but it is not there."));
        plan.Event.ShouldBeNull();

        var moved = run.Plan(renamed, new MigrationInstructions([new ElementMove("second", "review")]));
        moved.Obstacles.ShouldBeEmpty();
        moved.Tokens.ShouldBe([new MovedToken("second", "review")]);
        moved.WorkItems.ShouldHaveSingleItem().ShouldBe(new MovedWorkItem(run.State.WorkItems.Keys.Last(), "second", "review", "审查", "审查", "department", "department", WorkItemState.Offered));
        run.Migrate(renamed, new MigrationInstructions([new ElementMove("second", "review")])).Complete("review").HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void A_step_of_another_kind_is_no_place_for_it() =>
        new ProcessRun(Line).Plan(Line.Replace("<bpmn:userTask id=\"first\"", "<bpmn:manualTask id=\"first\"", StringComparison.Ordinal))
            .Obstacles.ShouldHaveSingleItem().Message.ShouldBe("Expected 'first' of version 2 to be what 'first' is, where the case stands, but it is ManualTask and not UserTask.");

    [Fact]
    public void A_case_that_could_not_end_any_more_stays_where_it_is()
    {
        var run = new ProcessRun(Fork).Complete("a");

        var obstacle = run.Plan(Fork + """
            <bpmn:sequenceFlow id="f3" sourceRef="split" targetRef="c" />
            <bpmn:userTask id="c" />
            <bpmn:sequenceFlow id="g4" sourceRef="c" targetRef="join" />
            """).Obstacles.ShouldHaveSingleItem();

        obstacle.ElementId.ShouldBe("join");
        obstacle.Message.ShouldBe("Expected the case to be able to end in version 2, but 'process' would come to a halt at 'join': what could go on from there is behind the case already.");
    }

    [Fact]
    public void A_token_that_waits_before_a_join_goes_on_where_the_join_is_gone()
    {
        var run = new ProcessRun(Fork).Complete("a");

        run.Migrate(Fork.Replace("<bpmn:parallelGateway id=\"join\" />", "<bpmn:exclusiveGateway id=\"join\" />", StringComparison.Ordinal)
            .Replace("targetRef=\"end\"", "targetRef=\"after\"", StringComparison.Ordinal) + """<bpmn:userTask id="after" />""");

        run.Open().ShouldBe(["b", "after"]);
    }

    [Fact]
    public void An_event_that_is_new_is_waited_for_from_now_on()
    {
        var run = new ProcessRun(Line).Complete("first").Migrate(Line + Reminder);

        run.State.Subscriptions.Values.ShouldHaveSingleItem().DueAt.ShouldBe(ProcessRun.Monday.AddHours(1));
        run.Send(new ReachTime(), ProcessRun.Monday.AddHours(1)).Open().ShouldBe(["second", "remind"]);
    }

    [Fact]
    public void An_event_that_has_happened_does_not_happen_again()
    {
        var run = new ProcessRun(Line + Reminder).Complete("first").Send(new ReachTime(), ProcessRun.Monday.AddHours(1));

        run.Migrate(Line.Replace("审查", "复核", StringComparison.Ordinal) + Reminder).Send(new ReachTime(), ProcessRun.Monday.AddHours(9));

        run.Open().ShouldBe(["second", "remind"]);
    }

    [Fact]
    public void An_event_that_is_gone_has_to_be_dropped_by_name()
    {
        var run = new ProcessRun(Line + Reminder).Complete("first");

        run.Plan(Line).Obstacles.ShouldHaveSingleItem().Message
            .ShouldBe("Expected event 'late', for which the case waits, to be 'late' in version 2 and of the same kind, but it is not. Name what takes its place, or drop it.");
        run.Migrate(Line, new MigrationInstructions(Dropped: [new ElementReference("late")])).State.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void Running_clocks_keep_their_limit_unless_the_new_one_is_adopted()
    {
        var longer = Line.Replace("amount=\"5\"", "amount=\"8\"", StringComparison.Ordinal);
        var run = new ProcessRun(Line).Complete("first");

        run.Plan(longer).Clocks.ShouldBeEmpty();
        var clock = run.Plan(longer, new MigrationInstructions(AdoptLimits: true)).Clocks.ShouldHaveSingleItem();
        (clock.FromAmount, clock.ToAmount, clock.FromDueOn, clock.ToDueOn).ShouldBe((5, 8, new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 12)));
        run.Migrate(longer, new MigrationInstructions(AdoptLimits: true)).State.Clocks.Values.ShouldHaveSingleItem().Limit.Amount.ShouldBe(8);
    }

    [Fact]
    public void A_limit_that_has_passed_stays_as_it_was()
    {
        var run = new ProcessRun(Line).Complete("first").Send(new ReachTime(), ProcessRun.Monday.AddDays(30));

        run.Plan(Line.Replace("amount=\"5\"", "amount=\"90\"", StringComparison.Ordinal), new MigrationInstructions(AdoptLimits: true)).Clocks.ShouldBeEmpty();
    }

    [Fact]
    public void Work_that_belongs_to_another_department_is_offered_there()
    {
        var run = new ProcessRun(Line).Complete("first");
        var item = run.State.WorkItems.Values.Last();
        run.Send(new ClaimWorkItem(item.Id));

        run.Migrate(Line.Replace("id=\"second\"", "id=\"second\" approval:department=\"other\"", StringComparison.Ordinal));

        var moved = run.State.WorkItems[item.Id];
        (moved.Department, moved.State, moved.Holder).ShouldBe(("other", WorkItemState.Offered, null));
    }

    [Fact]
    public void An_incident_can_be_resolved_in_the_version_that_mends_it()
    {
        const string broken = """
            <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="g" />
            <bpmn:exclusiveGateway id="g" /><bpmn:sequenceFlow id="f2" sourceRef="g" targetRef="a"><bpmn:conditionExpression>1 = 2</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="b"><bpmn:conditionExpression>1 = 3</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:userTask id="a" /><bpmn:userTask id="b" />
            """;
        var run = new ProcessRun(broken);

        run.Migrate(broken.Replace("1 = 2", "1 = 1", StringComparison.Ordinal)).Send(new RetryIncident(run.State.Incidents.Keys.Single(), "条件已改正"));

        run.Open().ShouldBe(["a"]);
    }
}
