using System.Diagnostics;
using Shouldly;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Specs.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks.Soundness;

/// <summary>Parallel branches add states, they do not multiply them.</summary>
public class ManyBranchesSpecs
{
    [Fact]
    public void Sixty_elements_in_twelve_parallel_branches_are_decided_in_five_seconds_and_half_a_gigabyte()
    {
        var model = BpmnText.Read(BpmnText.InProcess(TwelveBranches("parallelGateway")));
        model.Processes[0].Content.Nodes.Count.ShouldBeGreaterThanOrEqualTo(60);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var report = SoundnessCheck.Check(model, cancellation: TestContext.Current.CancellationToken);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(500L * 1024 * 1024);
        report.Verdict.ShouldBe(SoundnessVerdict.Sound);
        report.States.ShouldBeLessThan(100);
    }

    [Fact]
    public void Twelve_branches_of_which_any_may_be_taken_are_decided()
    {
        // Which of them were taken are 4095 cases, and none of them may be left out.
        var report = SoundnessCheck.Check(BpmnText.Read(BpmnText.InProcess(TwelveBranches("inclusiveGateway"))), cancellation: TestContext.Current.CancellationToken);

        report.Verdict.ShouldBe(SoundnessVerdict.Sound);
        report.States.ShouldBeLessThan(50_000);
    }

    [Fact]
    public void A_merge_of_twelve_branches_without_a_join_is_found_at_once()
    {
        var merged = TwelveBranches("parallelGateway").Replace("<parallelGateway id=\"j\"/>", "<exclusiveGateway id=\"j\"/>", StringComparison.Ordinal);

        var report = SoundnessCheck.Check(BpmnText.Read(BpmnText.InProcess(merged)), cancellation: TestContext.Current.CancellationToken);

        report.Flaws.ShouldContain(flaw => flaw.Kind == SoundnessFlawKind.LackOfSynchronisation && flaw.ElementId == "j_e");
    }

    [Fact]
    public void Every_process_of_the_built_in_library_is_decided_in_a_second()
    {
        foreach (var model in Definitions.Libraries.LibraryReader.Read(LibraryFolder.Path).Models.Values)
        {
            var watch = Stopwatch.StartNew();

            SoundnessCheck.Check(model, cancellation: TestContext.Current.CancellationToken).Verdict.ShouldBe(SoundnessVerdict.Sound, model.Source);

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1), model.Source);
        }
    }

    // Each branch: a task with a time-out and a choice behind it.
    private static string TwelveBranches(string gateway) =>
        $"""<startEvent id="s"/><{gateway} id="g"/><{gateway} id="j"/><endEvent id="e"/>{BpmnText.Flows("s>g j>e")}"""
        + string.Concat(Enumerable.Range(0, 12).Select(i => $"""
            <userTask id="t{i}"/><boundaryEvent id="b{i}" attachedToRef="t{i}"><timerEventDefinition/></boundaryEvent><exclusiveGateway id="x{i}"/>
            <userTask id="a{i}"/><exclusiveGateway id="y{i}"/>
            <sequenceFlow id="g_{i}" sourceRef="g" targetRef="t{i}"><conditionExpression>x{i}</conditionExpression></sequenceFlow>
            {BpmnText.Flows($"t{i}>x{i} x{i}>a{i} x{i}>y{i} b{i}>y{i} a{i}>y{i} y{i}>j")}
            """));
}
