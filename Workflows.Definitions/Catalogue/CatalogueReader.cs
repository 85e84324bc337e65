using Workflows.Definitions.Libraries;
using Workflows.Definitions.Materials;

namespace Workflows.Definitions.Catalogue;

/// <summary>Reads the files of <c>catalogue/</c>: one list each, every entry with a code of its own.</summary>
internal static class CatalogueReader
{
    public static IReadOnlyDictionary<string, Department> Departments(LibraryFiles files) =>
        Read(files, "catalogue/departments.yaml", "departments", entry =>
            new Department(entry.Code("code"), entry.Text("name"), entry.Text("short-name")), department => department.Code);

    public static IReadOnlyDictionary<string, Licence> Licences(LibraryFiles files, IReadOnlyDictionary<string, Department> departments) =>
        Read(files, "catalogue/licences.yaml", "licences", entry => new Licence(
            entry.Code("code"),
            entry.Text("name"),
            entry.Reference("issuer", departments, "a department of catalogue/departments.yaml"),
            entry.OptionalText("number-pattern"),
            entry.OptionalInteger("valid-years")), licence => licence.Code);

    public static IReadOnlyDictionary<string, Material> Materials(LibraryFiles files, IReadOnlyDictionary<string, Licence> licences) =>
        Read(files, "catalogue/materials.yaml", "materials", entry => new Material(
            entry.Code("code"),
            entry.Text("name"),
            entry.Text("medium"),
            [.. entry.Texts("accepted-types").Select(type => type.Value)],
            entry.OptionalText("note"))
        {
            Licence = entry.OptionalReference("licence", licences, "a licence of catalogue/licences.yaml"),
        }, material => material.Code);

    /// <summary>Reads a list; an entry with an error is left out, the others are read.</summary>
    private static Dictionary<string, T> Read<T>(LibraryFiles files, string source, string key, Func<YamlMap, T> read, Func<T, string> codeOf)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        if (files.Yaml(source) is not { } file)
        {
            return entries;
        }

        foreach (var map in file.RequiredMaps(key))
        {
            var before = files.Errors.Count;
            var entry = read(map);
            map.RefuseOtherKeys();
            if (files.Errors.Count == before && !entries.TryAdd(codeOf(entry), entry))
            {
                map.Refuse("code", $"Expected each code once, but '{codeOf(entry)}' stands twice.");
            }
        }

        file.RefuseOtherKeys();
        return entries;
    }
}
