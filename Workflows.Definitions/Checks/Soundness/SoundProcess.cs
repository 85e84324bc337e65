namespace Workflows.Definitions.Checks.Soundness;

/// <summary>A process cannot get stuck, run into itself, go round for ever, or hold an element that no run comes to.</summary>
public sealed class SoundProcess : IDefinitionRule
{
    public string Id => "soundness";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        SoundnessCheck.Check(definition.Model, definition.FindProcess).Flaws.Select(flaw => new Flaw(flaw.ElementId, flaw.Message, flaw.Example)
        {
            IsUndecided = flaw.Kind == SoundnessFlawKind.Undecided,
        });
}
