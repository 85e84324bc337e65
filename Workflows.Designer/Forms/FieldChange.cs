namespace Workflows.Designer.Forms;

/// <summary>A field was given another value.</summary>
public sealed record FieldChange(string Name, string? Value);
