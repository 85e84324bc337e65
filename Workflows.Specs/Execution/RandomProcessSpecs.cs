using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.Storage;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Execution;

/// <summary>What holds for every sound process on every path.</summary>
public class RandomProcessSpecs
{
    private const int Runs = 400;
    private const int StepLimit = 2_000;

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 10).Select(block => new TheoryDataRow<int>(block * Runs));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_case_ends_without_a_token_left(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + Runs; seed++)
        {
            var run = Run(seed, state => state);

            run.HasEnded.ShouldBeTrue($"seed {seed}");
            run.State.Tokens.ShouldBeEmpty($"seed {seed}");
            run.State.Instances.ShouldBeEmpty($"seed {seed}");
            run.State.Incidents.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_journal_replays_to_the_same_state(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + Runs; seed += 10)
        {
            var run = Run(seed, state => state);

            Text(CaseFolding.Replay(run.Events)).ShouldBe(Text(run.State), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Saving_and_restoring_between_any_two_steps_changes_nothing(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + Runs; seed += 10)
        {
            var restored = Run(seed, state => CaseJson.ReadCase(CaseJson.Write(state)));

            Text(restored.State).ShouldBe(Text(Run(seed, state => state).State), $"seed {seed}");
        }
    }

    [Fact]
    public void Every_work_item_belongs_to_a_living_task_and_every_task_to_one_work_item()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var run = new RandomRun(new RandomProcess(seed).Definition, seed);
            for (var step = 0; step < StepLimit && !run.HasEnded; step++)
            {
                var items = run.State.WorkItems.Values.Where(item => item.IsOpen).Select(item => item.InstanceId).Order();
                items.ShouldBe(run.State.Instances.Values.Where(IsTask).Select(instance => instance.Id).Order(), $"seed {seed}");
                run.Next();
            }
        }
    }

    private static RandomRun Run(int seed, Func<Case, Case> between)
    {
        var run = new RandomRun(new RandomProcess(seed).Definition, seed);
        for (var step = 0; step < StepLimit && !run.HasEnded; step++)
        {
            run.Restore(between);
            run.Next();
        }

        return run;
    }

    private static bool IsTask(ElementInstance instance) => instance.ElementId.StartsWith("task", StringComparison.Ordinal);

    private static string Text(Case state) => System.Text.Encoding.UTF8.GetString(CaseJson.Write(state));
}
