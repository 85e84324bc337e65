using Workflows.Definitions.Calendars;
using Workflows.Definitions.Catalogue;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Definitions.Supervision;
using Workflows.Definitions.Xml;

namespace Workflows.Definitions.Libraries;

/// <summary>Reads a library.</summary>
public static class LibraryReader
{
    /// <summary>Reads all there is in a folder; never throws for what the files say.</summary>
    public static Library Read(string folder) => Read(LibraryFiles.Of(folder));

    /// <summary>Reads all there is in files that are in memory; never throws for what they say.</summary>
    /// <param name="texts">By path relative to the library, with <c>/</c>.</param>
    public static Library Read(IReadOnlyDictionary<string, string> texts) => Read(new LibraryFiles(texts, []));

    /// <summary>Reads all there is in a package; never throws for what the files say.</summary>
    public static Library Read(LibraryPackage package) => Read(LibraryFiles.Of(package));

    private static Library Read(LibraryFiles files)
    {
        var library = new Library { Calendars = CalendarReader.Read(files), Clocks = ClockRulesReader.Read(files) };
        library = library with { Departments = CatalogueReader.Departments(files) };
        library = library with { Licences = CatalogueReader.Licences(files, library.Departments) };
        library = library with { Materials = CatalogueReader.Materials(files, library.Licences) };
        library = library with { Matters = ReadMatters(files, library) };
        library = library with { Models = ReadModels(files), Decisions = ReadDecisions(files) };
        library = library with { SharedProcesses = ById(files, library) };
        library = library with { Services = ReadServices(files, library) };
        library = library with { Projects = ReadProjects(files, library) };
        library = library with { Examples = ReadExamples(files, library) };
        library = library with { Supervision = SupervisionReader.Read(files) };
        return library with { Errors = files.Errors };
    }

    private static Dictionary<string, MatterDefinition> ReadMatters(LibraryFiles files, Library library)
    {
        var reader = new MatterReader(library.Departments, library.Materials, library.Licences);
        return ReadEach(files, files.CodesIn("matters"), code =>
            files.Yaml($"matters/{code}/matter.yaml") is { } file ? reader.Read(file, code) : null);
    }

    private static Dictionary<string, ServiceDefinition> ReadServices(LibraryFiles files, Library library)
    {
        var reader = new ServiceReader(files, library);
        return ReadEach(files, files.CodesIn("services"), reader.Read);
    }

    private static Dictionary<string, ProjectType> ReadProjects(LibraryFiles files, Library library)
    {
        var reader = new ProjectTypeReader(files, library.Departments, library.Services);
        return ReadEach(files, files.CodesIn("projects"), reader.Read);
    }

    private static Dictionary<string, IReadOnlyList<ExampleApplication>> ReadExamples(LibraryFiles files, Library library) =>
        library.Services.Keys.ToDictionary(
            code => code,
            code => (IReadOnlyList<ExampleApplication>)[.. ReadEach(files, files.FilesIn($"services/{code}/examples", ".json"), source =>
                files.Text(source) is { } json ? ExampleReader.Read(json, source) : null).Values],
            StringComparer.Ordinal);

    private static Dictionary<string, ProcessModel> ReadModels(LibraryFiles files) =>
        ReadEach(files, DefinitionFiles(files, ".bpmn"), source => files.Text(source) is { } xml ? ProcessModelReader.Read(xml, source) : null);

    /// <remarks>A model may import those of its own service and the shared ones: with these it is published.</remarks>
    private static IReadOnlyDictionary<string, DecisionModel> ReadDecisions(LibraryFiles files)
    {
        var documents = ReadEach(files, DefinitionFiles(files, ".dmn"), source => files.Text(source) is { } xml ? BoundedXml.Load(xml, source) : null);
        var read = new DecisionFiles(documents, (importing, imported) => Folder(imported) == "shared" || Folder(imported) == Folder(importing));
        files.Errors.AddRange(read.Errors);
        return read.Models;
    }

    private static string Folder(string source) => source[..source.LastIndexOf('/')];

    private static IEnumerable<string> DefinitionFiles(LibraryFiles files, string ending) =>
        files.FoldersIn("services").Select(code => $"services/{code}").Prepend("shared").SelectMany(folder => files.FilesIn(folder, ending));

    private static Dictionary<string, ProcessModel> ById(LibraryFiles files, Library library)
    {
        var shared = new Dictionary<string, ProcessModel>(StringComparer.Ordinal);
        foreach (var (source, model) in library.Models.Where(entry => entry.Key.StartsWith("shared/", StringComparison.Ordinal)))
        {
            foreach (var process in model.Processes.Where(process => !shared.TryAdd(process.Id, model)))
            {
                files.Errors.Add(new DefinitionError(source, 0, 0, process.Id, $"Expected the id '{process.Id}' for one shared process only, but {shared[process.Id].Source} has it too."));
            }
        }

        return shared;
    }

    /// <summary>Reads each name; what adds an error is left out.</summary>
    private static Dictionary<string, T> ReadEach<T>(LibraryFiles files, IEnumerable<string> names, Func<string, T?> read)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var before = files.Errors.Count;
            try
            {
                if (read(name) is { } definition && files.Errors.Count == before)
                {
                    found.Add(name, definition);
                }
            }
            catch (DefinitionException exception)
            {
                files.Errors.AddRange(exception.Errors);
            }
        }

        return found;
    }
}
