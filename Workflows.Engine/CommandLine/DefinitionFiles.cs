using Workflows.Definitions;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.CommandLine;

/// <summary>The BPMN files that a command is given, with the library that they are part of.</summary>
/// <param name="Errors">What cannot be read.</param>
internal sealed record DefinitionFiles(IReadOnlyList<DefinitionUnderCheck> Definitions, IReadOnlyList<DefinitionError> Errors)
{
    /// <exception cref="IOException">A path does not exist or cannot be read.</exception>
    public static DefinitionFiles Of(IReadOnlyList<FileSystemInfo> paths)
    {
        var definitions = new List<DefinitionUnderCheck>();
        var errors = new List<DefinitionError>();
        foreach (var path in paths)
        {
            if (path is DirectoryInfo folder && IsLibrary(folder))
            {
                var library = LibraryReader.Read(folder.FullName);
                errors.AddRange(library.Errors);
                definitions.AddRange(library.Models.Values.Select(model => InLibrary(model, library)));
            }
            else
            {
                foreach (var file in FilesOf(path))
                {
                    Read(file, definitions, errors);
                }
            }
        }

        return new DefinitionFiles(definitions, errors);
    }

    private static void Read(FileInfo file, List<DefinitionUnderCheck> definitions, List<DefinitionError> errors)
    {
        try
        {
            var library = LibraryOf(file) is { } folder ? LibraryReader.Read(folder.FullName) : null;
            var source = library is null ? file.Name : Path.GetRelativePath(LibraryOf(file)!.FullName, file.FullName).Replace('\\', '/');
            using var stream = file.OpenRead();
            var model = ProcessModelReader.Read(stream, source);
            definitions.Add(library is null ? new DefinitionUnderCheck(model) : InLibrary(model, library));
        }
        catch (DefinitionException unreadable)
        {
            errors.AddRange(unreadable.Errors);
        }
    }

    private static DefinitionUnderCheck InLibrary(ProcessModel model, Library library) => new(model)
    {
        Library = library,
        Service = library.Services.Values.FirstOrDefault(service => service.Process.Source == model.Source),
    };

    private static IEnumerable<FileInfo> FilesOf(FileSystemInfo path) => path switch
    {
        DirectoryInfo folder => folder.EnumerateFiles("*.bpmn", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal),
        _ => [new FileInfo(path.FullName)],
    };

    private static DirectoryInfo? LibraryOf(FileInfo file)
    {
        var folder = file.Directory;
        while (folder is not null && !IsLibrary(folder))
        {
            folder = folder.Parent;
        }

        return folder;
    }

    private static bool IsLibrary(DirectoryInfo folder) =>
        Directory.Exists(Path.Combine(folder.FullName, "services")) && Directory.Exists(Path.Combine(folder.FullName, "matters"));
}
