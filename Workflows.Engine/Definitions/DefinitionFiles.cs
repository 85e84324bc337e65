using System.Text.Json;
using Workflows.Definitions.Libraries;

namespace Workflows.Engine.Definitions;

/// <summary>The files of one published definition, by their path in the library: what a row of the store holds.</summary>
internal static class DefinitionFiles
{
    /// <summary>A service with everything it refers to but the calendar and the rules of clocks: its matters, the shared processes and the catalogue.</summary>
    public static byte[] OfService(string folder, Library library, string code)
    {
        var matters = library.Services[code].Matters.Select(member => $"matters/{member.Matter.Code}");
        return Read(folder, [$"services/{code}", .. matters, "shared", "catalogue"]);
    }

    public static byte[] OfCalendar(string folder, string region) => Read(folder, [$"calendars/{region}"]);

    /// <summary>The limits and ladders of clocks that hold for all services.</summary>
    public static byte[] OfClocks(string folder) => Read(folder, ["clocks"]);

    /// <summary>Reads the definitions that the contents hold together.</summary>
    public static Library Library(IEnumerable<byte[]> contents)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in contents.SelectMany(content => JsonSerializer.Deserialize<Dictionary<string, string>>(content)!))
        {
            files[path] = text;
        }

        return LibraryReader.Read(files);
    }

    private static byte[] Read(string folder, string[] parts)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in parts.Select(part => Path.Combine(folder, part)).Where(Directory.Exists).SelectMany(path => Directory.EnumerateFiles(path)))
        {
            files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = File.ReadAllText(path);
        }

        return JsonSerializer.SerializeToUtf8Bytes(files);
    }
}
