using Xunit;

namespace Workflows.Specs.Support;

/// <summary>Finds the conformance suites: external test data that is not part of the repository.</summary>
public static class Suites
{
    /// <summary>The suites' folder, whether it exists or not.</summary>
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("WORKFLOWS_SUITES") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "suites"));

    /// <summary>The folder of a suite; the test is skipped where the suites are not installed.</summary>
    public static string Folder(string suite)
    {
        var folder = Path.Combine(Root, suite);
        Assert.SkipUnless(Directory.Exists(folder), $"The suite '{suite}' is not installed: set WORKFLOWS_SUITES to the folder of the conformance suites.");
        return folder;
    }
}
