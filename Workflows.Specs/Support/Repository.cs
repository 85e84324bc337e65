namespace Workflows.Specs.Support;

/// <summary>The repository that the tests were built from, for rules about its files.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The files of a project with one of these extensions, without what is built or installed.</summary>
    public static IEnumerable<string> Files(string project, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        where extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)
        where !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
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
