namespace Workflows.Specs.Support;

/// <summary>A library folder for one test; removed on disposal.</summary>
public sealed class TemporaryLibrary : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("library-").FullName;

    /// <summary>Writes a file, its path relative to the library.</summary>
    public TemporaryLibrary With(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Alters a file that holds <paramref name="right"/>.</summary>
    public TemporaryLibrary Replacing(string path, string right, string wrong)
    {
        var text = File.ReadAllText(Path.Combine(Folder, path));
        return text.Contains(right, StringComparison.Ordinal)
            ? With(path, text.Replace(right, wrong, StringComparison.Ordinal))
            : throw new ArgumentException($"Expected '{right}' in {path}, but it is not there.", nameof(right));
    }

    /// <summary>Leaves out every service but one, and the projects, whose stages need theirs.</summary>
    public TemporaryLibrary WithOnly(string service)
    {
        foreach (var other in Directory.GetDirectories(Path.Combine(Folder, "services")).Where(folder => Path.GetFileName(folder) != service))
        {
            Directory.Delete(other, recursive: true);
        }

        Directory.Delete(Path.Combine(Folder, "projects"), recursive: true);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
