using System.Text;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Returning;

/// <summary>Whatever officers do in whatever sound process: nothing is lost, nothing is doubled, and every case can still end.</summary>
public class RandomOfficeSpecs(ITestOutputHelper output)
{
    private const int Runs = 1_250;
    private const int StepLimit = 2_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8).Select(block => block * Runs)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_case_ends_with_no_orphan_no_lost_and_no_doubled_token_and_its_journal_replays(int firstSeed)
    {
        var (sentBack, added, removed) = (0, 0, 0);
        for (var seed = firstSeed; seed < firstSeed + Runs; seed++)
        {
            var run = $"seed {seed}";
            var office = new RandomOffice(seed);
            for (var step = 0; step < StepLimit && !office.HasEnded; step++)
            {
                office.Check(run);
                office.Next();
            }

            office.HasEnded.ShouldBeTrue(run);
            office.State.Tokens.ShouldBeEmpty(run);
            office.State.Instances.ShouldBeEmpty(run);
            office.State.Incidents.ShouldBeEmpty(run);
            office.State.WorkItems.Values.Any(item => item.IsOpen).ShouldBeFalse(run);
            Text(CaseFolding.Replay(office.Events)).ShouldBe(Text(office.State), run);
            sentBack += office.SentBack;
            added += office.SignersAdded;
            removed += office.SignersRemoved;
        }

        output.WriteLine($"Seeds {firstSeed} to {firstSeed + Runs - 1}: sent back {sentBack} times, {added} signers added and {removed} removed.");
        sentBack.ShouldBeGreaterThan(Runs / 4);
        added.ShouldBeGreaterThan(Runs / 4);
        removed.ShouldBeGreaterThan(Runs / 20);
    }

    private static string Text(Engine.Cases.Case state) => Encoding.UTF8.GetString(CaseJson.Write(state));
}
