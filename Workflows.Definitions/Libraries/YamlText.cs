namespace Workflows.Definitions.Libraries;

/// <summary>A text of a YAML list and where it stands.</summary>
internal sealed record YamlText(string Value, int Line, int Column, string Path);
