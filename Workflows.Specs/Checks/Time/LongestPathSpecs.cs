using Shouldly;
using Workflows.Definitions.Checks.Time;
using Workflows.Definitions.Matters;
using Workflows.Specs.Processes;
using Xunit;

namespace Workflows.Specs.Checks.Time;

public class LongestPathSpecs
{
    [Fact]
    public void Steps_one_after_the_other_add_up() =>
        Longest(Step("a", "3") + Step("b", "0.5"), "s>a a>b b>e").ShouldBe((3.5m, "a 3, b 0.5"));

    [Fact]
    public void Branches_side_by_side_take_as_long_as_the_longest() =>
        Longest("""<parallelGateway id="g"/><parallelGateway id="j"/>""" + Step("a", "3") + Step("b", "5") + Step("c", "1"), "s>g g>a g>b a>j b>j j>c c>e")
            .ShouldBe((6m, "b 5, c 1"));

    [Fact]
    public void A_ring_is_gone_through_once() =>
        Longest("""<exclusiveGateway id="m"/><exclusiveGateway id="g"/>""" + Step("a", "3"), "s>m m>a a>g g>m g>e").ShouldBe((3m, "a 3"));

    [Fact]
    public void What_an_interruption_leads_to_comes_after_what_it_interrupts() =>
        Longest(Step("a", "3") + Step("late", "2") + """<boundaryEvent id="b" attachedToRef="a"><timerEventDefinition/></boundaryEvent>""", "s>a a>e b>late late>e")
            .ShouldBe((5m, "a 3, late 2"));

    [Fact]
    public void Repetitions_one_after_the_other_add_up() =>
        Longest(Step("a", "3", loop: """<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>4</loopCardinality></multiInstanceLoopCharacteristics>"""), "s>a a>e")
            .ShouldBe((12m, "a 12"));

    [Fact]
    public void A_sub_process_takes_as_long_as_its_longest_path() =>
        Longest($"""<subProcess id="sub"><startEvent id="i"/>{Step("a", "3")}<endEvent id="k"/>{BpmnText.Flows("i>a a>k")}</subProcess>""" + Step("b", "1"), "s>sub sub>b b>e")
            .ShouldBe((4m, "a 3, b 1"));

    [Theory]
    [InlineData("unit='workingHours' amount='4'", "0.5")]
    [InlineData("unit='naturalDays' amount='7'", "7")]
    [InlineData("unit='naturalHours' amount='12'", "0.5")]
    [InlineData("unit='workingDays' amount='5' owner='applicant'", "0")]
    [InlineData("unit='workingDays' amount='5' owner='applicantIntermediary'", "0")]
    [InlineData("unit='workingDays' amount='5' owner='utility'", "5")]
    [InlineData("unit='workingDays' amount='5' kind='correction'", "0")]
    [InlineData("unit='workingDays' amount='5' kind='delivery'", "0")]
    public void A_limit_counts_in_working_days_of_those_whose_time_it_is(string limit, string days)
    {
        var task = BpmnText.ReadNode<Definitions.Processes.UserTask>($"<userTask id='a'><extensionElements><approval:timeLimit {limit}/></extensionElements></userTask>");

        StepTime.Text(StepTime.Of(task, fromReceipt: true)).ShouldBe(days);
    }

    [Theory]
    [InlineData("acceptance", true, 5)]
    [InlineData("acceptance", false, 0)]
    [InlineData("certificate", true, 5)]
    [InlineData("certificate", false, 0)]
    [InlineData("review", false, 5)]
    public void A_matter_counts_from_acceptance_to_the_decision(string step, bool fromReceipt, int days)
    {
        var task = BpmnText.ReadNode<Definitions.Processes.UserTask>($"<userTask id='a' approval:step='{step}'><extensionElements><approval:timeLimit amount='5'/></extensionElements></userTask>");

        StepTime.Of(task, fromReceipt).ShouldBe(days);
    }

    [Fact]
    public void A_promise_in_natural_days_holds_five_working_days_in_seven() =>
        StepTime.InWorkingDays(new TimeLimit(14, TimeUnit.NaturalDays, ClockKind.Promise)).ShouldBe(10);

    private static (decimal Days, string Text) Longest(string nodes, string flows)
    {
        var process = BpmnText.ReadProcess($"""<startEvent id="s"/><endEvent id="e"/>{nodes}{BpmnText.Flows(flows)}""");
        var longest = new ProcessTime(_ => null, fromReceipt: true).Of(process);
        return (longest.Days, longest.Text);
    }

    private static string Step(string id, string days, string loop = "") =>
        $"<userTask id='{id}'><extensionElements><approval:timeLimit amount='{days}'/></extensionElements>{loop}</userTask>";
}
