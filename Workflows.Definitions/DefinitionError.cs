namespace Workflows.Definitions;

/// <summary>What is wrong with a definition, and where.</summary>
/// <param name="Source">The file's name, relative to its library.</param>
/// <param name="Line">1-based; 0 when the error belongs to the file as a whole.</param>
/// <param name="Column">1-based; 0 when unknown.</param>
/// <param name="ElementId">The BPMN or DMN element, or the YAML key; null when the error belongs to none.</param>
public sealed record DefinitionError(string Source, int Line, int Column, string? ElementId, string Message)
{
    public override string ToString() => $"{Source}({Line},{Column}): {Message}";
}

/// <summary>A definition cannot be used; <see cref="Errors"/> tells every reason that was found.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<DefinitionError> Errors { get; } = errors;
}
