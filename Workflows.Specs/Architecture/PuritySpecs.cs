using Shouldly;
using Xunit;

namespace Workflows.Specs.Architecture;

/// <summary>The definitions are pure: no clock, no database, no web; they read files and write none.</summary>
public class PuritySpecs
{
    private static readonly string[] ForeignAssemblies =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Microsoft.Data", "System.Data", "System.Net", "System.Console", "System.Diagnostics.Process", "Npgsql", "Quartz"];

    /// <summary>All that the readers of libraries need of the file system.</summary>
    private static readonly string[] Reading =
    [
        "System.IO.File.Exists",
        "System.IO.File.OpenRead",
        "System.IO.File.OpenText",
        "System.IO.File.ReadAllBytes",
        "System.IO.File.ReadAllText",
        "System.IO.Directory.EnumerateDirectories",
        "System.IO.Directory.EnumerateFiles",
        "System.IO.Directory.Exists",
        "System.IO.Directory.GetDirectories",
        "System.IO.Directory.GetFiles",
    ];

    [Fact]
    public void The_definitions_refer_to_no_web_and_no_database()
    {
        var references = Parts.Definitions.GetReferencedAssemblies().Select(name => name.Name!);

        references.Where(name => ForeignAssemblies.Any(foreign => name.StartsWith(foreign, StringComparison.Ordinal))).ShouldBeEmpty();
        Parts.Project("Workflows.Definitions").Items("FrameworkReference").ShouldBeEmpty();
    }

    [Fact]
    public void The_definitions_only_read_files()
    {
        var fileSystem = CalledMembers.Of(Parts.Definitions).Where(member => IsIn(member, "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo"));

        fileSystem.Except(Reading).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Workflows.Definitions")]
    [InlineData("Workflows.Engine")]
    public void Nothing_below_the_screens_asks_the_machine_for_the_time(string project)
    {
        var assembly = Parts.All.Single(part => part.GetName().Name == project);

        CalledMembers.Of(assembly).Intersect(
        [
            "System.DateTime.get_Now",
            "System.DateTime.get_UtcNow",
            "System.DateTime.get_Today",
            "System.DateTimeOffset.get_Now",
            "System.DateTimeOffset.get_UtcNow",
            "System.Environment.get_TickCount",
            "System.Environment.get_TickCount64",
            "System.TimeZoneInfo.get_Local",
            "System.Threading.Thread.Sleep",
        ]).ShouldBeEmpty();
    }

    private static bool IsIn(string member, params string[] types) => types.Any(type => member.StartsWith($"{type}.", StringComparison.Ordinal));
}
