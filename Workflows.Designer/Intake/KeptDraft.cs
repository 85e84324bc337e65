using Workflows.Engine.Files;

namespace Workflows.Designer.Intake;

/// <summary>A draft as it is kept in the browser.</summary>
/// <param name="Files">By material code.</param>
public sealed record KeptDraft(IReadOnlyList<KeptText> Texts, IReadOnlyDictionary<string, StoredFile> Files);

public sealed record KeptText(string Part, string Field, string? Text, bool IsTouched);
