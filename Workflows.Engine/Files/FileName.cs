using System.Globalization;

namespace Workflows.Engine.Files;

/// <summary>The name of a file as it may be kept and shown.</summary>
internal static class FileName
{
    /// <summary>Joins emoji, e.g. to a family.</summary>
    private const char Joiner = '\u200D';

    /// <summary>The name without the folders before it, and without characters that nobody sees.</summary>
    /// <remarks>A character that turns the direction of writing lets "gpj.exe" be read as "exe.jpg"; emoji and right-to-left scripts need none.</remarks>
    public static string Of(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(name.Where(IsShown)).Trim();
    }

    private static bool IsShown(char one) =>
        !char.IsControl(one) && !(CharUnicodeInfo.GetUnicodeCategory(one) is UnicodeCategory.Format && one is not Joiner);
}
