namespace Workflows.Definitions.Libraries;

/// <summary>The files of a library's folder, and the errors that were found in them.</summary>
internal sealed class LibraryFiles(string folder)
{
    public List<DefinitionError> Errors { get; } = [];

    public string Folder { get; } = folder;

    /// <summary>The names of the folders in <paramref name="path"/>, in ordinal order; none where it does not exist.</summary>
    public IEnumerable<string> FoldersIn(string path) => Entries(path, Directory.GetDirectories);

    /// <summary>The files in <paramref name="path"/> with the ending, relative to the library, in ordinal order.</summary>
    public IEnumerable<string> FilesIn(string path, string ending) =>
        Entries(path, found => Directory.GetFiles(found, "*" + ending)).Select(name => $"{path}/{name}");

    /// <summary>The text of a file; null, and an error, where it does not exist.</summary>
    public string? Text(string source)
    {
        var file = Path.Combine(Folder, source);
        if (File.Exists(file))
        {
            return File.ReadAllText(file);
        }

        Errors.Add(new DefinitionError(source, 0, 0, null, $"Expected the file '{source}', but it does not exist."));
        return null;
    }

    public YamlMap? Yaml(string source) => Text(source) is { } text ? YamlMap.Parse(text, source, Errors) : null;

    private IEnumerable<string> Entries(string path, Func<string, string[]> list)
    {
        var found = Path.Combine(Folder, path);
        return Directory.Exists(found) ? list(found).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal) : [];
    }
}
