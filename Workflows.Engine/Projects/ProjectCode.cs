using System.Text.RegularExpressions;

namespace Workflows.Engine.Projects;

/// <summary>项目代码: <c>YYYY-RRRRRR-DD-TT-NNNNNC</c>, 24 characters with the hyphens.</summary>
/// <remarks>Year, region, guiding department, type, five random characters and one to check. How that one is made is not published: only the shape is looked at.</remarks>
public static partial class ProjectCode
{
    public static bool IsWellFormed(string code) => Shape().IsMatch(code);

    [GeneratedRegex("^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{5}[0-9A-Z]$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
