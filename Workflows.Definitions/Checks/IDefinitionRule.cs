namespace Workflows.Definitions.Checks;

/// <summary>A rule that definitions keep. Its page is <c>docs/rules/&lt;Id&gt;.md</c>; how bad a flaw is, stands in <see cref="DefinitionLinter"/>.</summary>
public interface IDefinitionRule
{
    /// <summary>Kebab-case; the same in messages, pages and fixtures.</summary>
    string Id { get; }

    IEnumerable<Flaw> Check(DefinitionUnderCheck definition);
}

/// <summary>Where a definition breaks a rule.</summary>
/// <param name="ElementId">The BPMN element, or null for the file as a whole.</param>
/// <param name="Message">"Expected …, but …".</param>
/// <param name="CounterExample">The ids of the elements that are passed, in order, until it happens.</param>
/// <param name="Source">The file, where it is not the BPMN file.</param>
public sealed record Flaw(string? ElementId, string Message, IReadOnlyList<string>? CounterExample = null, string? Source = null)
{
    /// <summary>True where the rule could not tell: then the finding is a warning, whatever the rule's level.</summary>
    public bool IsUndecided { get; init; }
}
