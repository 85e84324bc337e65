namespace Workflows.Specs.Support;

/// <summary>The repository that the tests were built from, for rules about its files.</summary>
public static class Repository
{
    private static readonly string[] BuiltOrInstalled = [".git", "bin", "obj", "node_modules", "dist", "_framework", "TestResults", "BenchmarkDotNet.Artifacts", "App_Data"];

    public static string Root { get; } = Find();

    /// <summary>The files of a project, or of the whole repository with <c>.</c>, with one of these extensions, without what is built or installed.</summary>
    public static IEnumerable<string> Files(string project, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        where extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)
        where !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(BuiltOrInstalled).Any()
        select file;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
