using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Decisions;

/// <summary>The DMN Technology Compatibility Kit, whole.</summary>
public class TckSpecs(ITestOutputHelper output)
{
    /// <summary>Folders of which not every case passes, with the reason.</summary>
    private static readonly Dictionary<string, string> Excluded = [];

    [Theory]
    [InlineData(2, 116)]
    [InlineData(3, 1914)]
    public void Every_test_case_passes(int level, int cases)
    {
        var folders = Directory.GetDirectories(Path.Combine(Suites.Folder("dmn-tck"), $"compliance-level-{level}")).Order(StringComparer.Ordinal);
        var reports = folders.Select(folder => new TckFolder(folder).Run()).ToList();

        foreach (var report in reports)
        {
            output.WriteLine($"{report.Folder}: {report.Passed} of {report.Cases}");
        }

        Conformance.Tell($"dmn-tck level {level}", $"{reports.Sum(report => report.Passed)} of {reports.Sum(report => report.Cases)}");
        reports.Where(report => !Excluded.ContainsKey(report.Folder)).SelectMany(report => report.Failures).ShouldBeEmpty();
        reports.Sum(report => report.Cases).ShouldBe(cases);
    }
}
