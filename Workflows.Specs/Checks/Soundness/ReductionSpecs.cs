using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Specs.Processes;
using Xunit;

namespace Workflows.Specs.Checks.Soundness;

/// <summary>What the reduction leaves out makes no difference: random processes have the same flaws with it and without.</summary>
public class ReductionSpecs
{
    private const int MostStates = 1500;

    [Fact]
    public void Reduced_and_unreduced_exploration_find_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Compare(seed)));

    private static void Compare(int seed)
    {
        var model = BpmnText.Read(RandomProcess.Of(seed));
        var whole = SoundnessCheck.Check(model, mostStates: MostStates, reduced: false);
        if (whole.States > MostStates)
        {
            return;
        }

        var reduced = SoundnessCheck.Check(model, mostStates: MostStates);

        reduced.States.ShouldBeLessThanOrEqualTo(whole.States, $"seed {seed}");
        Findings(reduced).ShouldBe(Findings(whole), $"seed {seed}");
    }

    // What comes after two tokens have met is not explored, so nothing else is compared then; and any state of a ring stands for it.
    private static IReadOnlyList<string> Findings(SoundnessReport report) =>
        report.Flaws.Any(flaw => flaw.Kind == SoundnessFlawKind.LackOfSynchronisation)
            ? ["lack of synchronisation"]
            : [.. report.Flaws.Select(flaw => flaw.Kind == SoundnessFlawKind.NoOptionToComplete ? $"{flaw.Kind}" : $"{flaw.Kind} {flaw.ElementId}").Order(StringComparer.Ordinal), report.Verdict.ToString()];
}
