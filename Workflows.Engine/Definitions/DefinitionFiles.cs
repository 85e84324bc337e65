using System.Text.Json;
using Workflows.Definitions.Libraries;

namespace Workflows.Engine.Definitions;

/// <summary>The files of one published definition, by their path in the library: what a row of the store holds.</summary>
internal static class DefinitionFiles
{
    /// <summary>A service with everything it refers to but the calendar and the rules of clocks: its matters, the shared processes and the catalogue.</summary>
    public static byte[] OfService(LibraryPackage package, Library library, string code)
    {
        var matters = library.Services[code].Matters.Select(member => $"matters/{member.Matter.Code}");
        return Read(package, [$"services/{code}", .. matters, "shared", "catalogue"]);
    }

    public static byte[] OfCalendar(LibraryPackage package, string region) => Read(package, [$"calendars/{region}"]);

    /// <summary>The limits and ladders of clocks that hold for all services.</summary>
    public static byte[] OfClocks(LibraryPackage package) => Read(package, ["clocks"]);

    /// <summary>The rules of electronic supervision and what the cards mean.</summary>
    public static byte[] OfSupervision(LibraryPackage package) => Read(package, ["supervision", "supervision/policy"]);

    /// <summary>A type of project with the catalogue; its services are published by themselves.</summary>
    public static byte[] OfProject(LibraryPackage package, string code) => Read(package, [$"projects/{code}", "catalogue"]);

    /// <summary>Reads the definitions that the contents hold together.</summary>
    public static Library Library(IEnumerable<byte[]> contents) => LibraryReader.Read(Texts(contents));

    /// <summary>The files that the contents hold together, by path in the library.</summary>
    public static IReadOnlyDictionary<string, string> Texts(IEnumerable<byte[]> contents)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in contents.SelectMany(content => JsonSerializer.Deserialize<Dictionary<string, string>>(content)!))
        {
            files[path] = text;
        }

        return files;
    }

    // What lies deeper, as the examples of a service, is not part of what runs.
    private static byte[] Read(LibraryPackage package, string[] folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in package.Texts.Where(file => folders.Contains(file.Key[..Math.Max(0, file.Key.LastIndexOf('/'))])))
        {
            files[path] = text;
        }

        return JsonSerializer.SerializeToUtf8Bytes(files);
    }
}
