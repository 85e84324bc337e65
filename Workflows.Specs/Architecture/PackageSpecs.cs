using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>A package has one version, and it stands in one file.</summary>
public class PackageSpecs
{
    private static readonly Dictionary<string, string> Versions = XElement.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    [Fact]
    public void A_project_names_a_package_without_a_version()
    {
        var versioned =
            from file in Repository.Files(".", ".csproj")
            from package in XElement.Load(file).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
            select $"{Path.GetFileName(file)}: {package}";

        versioned.ShouldBeEmpty();
    }

    [Fact]
    public void Every_lock_file_resolves_the_central_version()
    {
        var others =
            from file in Repository.Files(".", ".json")
            where Path.GetFileName(file) == "packages.lock.json"
            from package in Locked(file)
            where Versions.TryGetValue(package.Name, out var central) && central != package.Version
            select $"{Path.GetRelativePath(Repository.Root, file)}: {package.Name} {package.Version}";

        others.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Repository.Files(".", ".csproj").Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json"))).ShouldBeEmpty();

    private static List<(string Name, string Version)> Locked(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from framework in document.RootElement.GetProperty("dependencies").EnumerateObject()
               from package in framework.Value.EnumerateObject()
               where package.Value.TryGetProperty("resolved", out _)
               select (package.Name, package.Value.GetProperty("resolved").GetString()!),
        ];
    }
}
