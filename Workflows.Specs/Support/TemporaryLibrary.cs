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

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
