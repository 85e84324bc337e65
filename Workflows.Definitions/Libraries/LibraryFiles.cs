namespace Workflows.Definitions.Libraries;

/// <summary>The files of a library, and the errors that were found in them.</summary>
/// <param name="texts">By path relative to the library, with <c>/</c>.</param>
/// <param name="unreadable">What was left out of the texts, and why.</param>
internal sealed class LibraryFiles(IReadOnlyDictionary<string, string> texts, IEnumerable<DefinitionError> unreadable)
{
    public List<DefinitionError> Errors { get; } = [.. unreadable];

    /// <summary>Reads all definitions of a folder into memory.</summary>
    public static LibraryFiles Of(string folder) => Of(LibraryPackage.OfFolder(folder));

    public static LibraryFiles Of(LibraryPackage package) => new(package.Texts, package.Errors);

    /// <summary>The codes in <paramref name="folder"/>: the names of its folders; a name that is no code is an error and left out.</summary>
    public IReadOnlyList<string> CodesIn(string folder)
    {
        var names = FoldersIn(folder).ToList();
        foreach (var name in names.Where(name => !YamlMap.IsCode(name)))
        {
            Errors.Add(new DefinitionError($"{folder}/{name}", 0, 0, null, $"Expected a folder with a code as outdoor-sign for a name, but it is '{name}'."));
        }

        return [.. names.Where(YamlMap.IsCode)];
    }

    /// <summary>The names of the folders in <paramref name="folder"/> that hold files, in ordinal order.</summary>
    public IEnumerable<string> FoldersIn(string folder) => Below(folder)
        .Select(path => path.Split('/'))
        .Where(parts => parts.Length > 1)
        .Select(parts => parts[0])
        .Distinct(StringComparer.Ordinal);

    /// <summary>The files right in <paramref name="folder"/> with the ending, relative to the library, in ordinal order.</summary>
    public IEnumerable<string> FilesIn(string folder, string ending) => Below(folder)
        .Where(path => !path.Contains('/', StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
        .Select(name => $"{folder}/{name}");

    /// <summary>The text of a file; null, and an error, where there is none.</summary>
    public string? Text(string path)
    {
        if (texts.TryGetValue(path, out var text))
        {
            return text;
        }

        if (!unreadable.Any(error => error.Source == path))
        {
            Errors.Add(new DefinitionError(path, 0, 0, null, $"Expected the file '{path}', but it does not exist."));
        }

        return null;
    }

    public YamlMap? Yaml(string path) => Text(path) is { } text ? YamlMap.Parse(text, path, Errors) : null;

    private IEnumerable<string> Below(string folder) => texts.Keys
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(path => path[(folder.Length + 1)..])
        .Order(StringComparer.Ordinal);
}
