namespace Workflows.Designer.Accounts;

/// <summary>Addresses that came with a request and are to be followed: only those of this application are.</summary>
internal static class LocalPath
{
    /// <summary>The path, or <paramref name="otherwise"/> where it leads elsewhere.</summary>
    public static string Or(string? path, string otherwise) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) ? path : otherwise;
}
