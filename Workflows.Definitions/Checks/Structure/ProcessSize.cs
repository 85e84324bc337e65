namespace Workflows.Definitions.Checks.Structure;

/// <summary>A file can be taken in: by a reader, and by the rules that look at it as a whole.</summary>
public sealed class ProcessSize : IDefinitionRule
{
    /// <summary>Far above any process that people work by.</summary>
    public const int MostNodes = 2000;

    public string Id => "process-size";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var count = definition.Nodes.Count();
        return count > MostNodes
            ? [new Flaw(null, $"Expected at most {MostNodes} nodes in one file, but there are {count}: the other rules were not looked at.")]
            : [];
    }
}
