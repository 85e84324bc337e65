using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Workflows.Engine.Versions;
using Workflows.Specs.Execution;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Versions;

/// <summary>What holds for every sound process, moved to its next version at any point of any path.</summary>
public class RandomMigrationSpecs
{
    private const int Runs = 150;
    private const int StepLimit = 2_000;

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 4).Select(block => new TheoryDataRow<int>(block * Runs));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_case_that_was_moved_ends_without_a_token_left_and_replays_to_the_same_state(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + Runs; seed++)
        {
            var process = new RandomProcess(seed).Definition;
            var edited = new EditedProcess(process, seed);
            var run = Started(process, seed);
            if (run.HasEnded)
            {
                continue;
            }

            run.Migrate(edited.Definition, edited.Instructions).ShouldBeEmpty($"seed {seed}");
            End(run);

            run.HasEnded.ShouldBeTrue($"seed {seed}");
            run.State.Tokens.ShouldBeEmpty($"seed {seed}");
            run.State.Instances.ShouldBeEmpty($"seed {seed}");
            run.State.Incidents.ShouldBeEmpty($"seed {seed}");
            Text(CaseFolding.Replay(run.Events)).ShouldBe(Text(run.State), $"seed {seed}");
        }
    }

    [Fact]
    public void Into_any_other_process_a_case_either_does_not_move_or_can_still_end()
    {
        var moved = 0;
        for (var seed = 0; seed < 2 * Runs; seed++)
        {
            var run = Started(new RandomProcess(seed).Definition, seed);
            var other = WithAnotherBranch(new RandomProcess(seed).Definition);
            if (run.HasEnded || run.Migrate(other, MigrationInstructions.None).Count > 0)
            {
                continue;
            }

            moved++;
            End(run);
            run.HasEnded.ShouldBeTrue($"seed {seed}");
            run.State.Tokens.ShouldBeEmpty($"seed {seed}");
        }

        moved.ShouldBeInRange(1, 2 * Runs - 1);
    }

    private static RandomRun Started(ProcessDefinition process, int seed)
    {
        var run = new RandomRun(process, seed);
        for (var step = seed % 7; step > 0 && !run.HasEnded; step--)
        {
            run.Next();
        }

        return run;
    }

    private static void End(RandomRun run)
    {
        for (var step = 0; step < StepLimit && !run.HasEnded && run.State.WorkItems.Values.Any(item => item.IsOpen); step++)
        {
            run.Next();
        }
    }

    /// <summary>Each parallel block at the top has one branch more: harmless before it, a trap within it.</summary>
    private static ProcessDefinition WithAnotherBranch(ProcessDefinition process)
    {
        var nodes = process.Content.Nodes.ToList();
        var flows = process.Content.Flows.ToList();
        foreach (var split in process.Content.Nodes.OfType<ParallelGateway>().Where(node => node.Id.StartsWith("split", StringComparison.Ordinal)))
        {
            var join = JoinOf(process.Content, split);
            nodes.Add(new UserTask { Id = $"task-{split.Id}" });
            flows.Add(new SequenceFlow($"{split.Id}-more", split.Id, $"task-{split.Id}", null, null));
            flows.Add(new SequenceFlow($"{split.Id}-joined", $"task-{split.Id}", join, null, null));
        }

        return process with
        {
            Content = new FlowScope(
                [.. nodes.Select(node => node with
                {
                    Incoming = [.. flows.Where(flow => flow.TargetId == node.Id).Select(flow => flow.Id)],
                    Outgoing = [.. flows.Where(flow => flow.SourceId == node.Id).Select(flow => flow.Id)],
                })],
                flows),
        };
    }

    // A split and its join are named one after the other.
    private static string JoinOf(FlowScope content, ParallelGateway split) =>
        $"join{int.Parse(split.Id["split".Length..], System.Globalization.CultureInfo.InvariantCulture) + 1}" is var join && content.FindNode(join) is not null
            ? join
            : throw new InvalidOperationException($"Expected a join behind '{split.Id}', but there is none.");

    private static string Text(Case state) => System.Text.Encoding.UTF8.GetString(CaseJson.Write(state));
}
