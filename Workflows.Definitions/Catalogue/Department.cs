namespace Workflows.Definitions.Catalogue;

/// <summary>A department (部门) or window that handles matters; an entry of <c>catalogue/departments.yaml</c>.</summary>
/// <param name="Code">Kebab-case; lanes, tasks and accounts name it.</param>
public sealed record Department(string Code, string Name, string ShortName);
