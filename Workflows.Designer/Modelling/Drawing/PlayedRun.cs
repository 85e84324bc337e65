using Workflows.Definitions.Checks;

namespace Workflows.Designer.Modelling.Drawing;

/// <summary>A counter-example that is played on the board.</summary>
/// <param name="Step">Where it stands, from 0.</param>
public sealed record PlayedRun(Finding Finding, int Step)
{
    public int Count => Finding.CounterExample?.Count ?? 0;

    public PlayedRun At(int step) => this with { Step = Math.Clamp(step, 0, Math.Max(0, Count - 1)) };
}
