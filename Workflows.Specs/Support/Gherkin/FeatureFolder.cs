using Xunit;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>The features beside the test assembly, as rows of a theory: one a scenario, under the scenario's own name.</summary>
public static class FeatureFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Features");

    public static IEnumerable<TheoryDataRow<ScenarioCase>> Cases() =>
        from path in Directory.EnumerateFiles(Root, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from scenario in Read(Path.GetRelativePath(Root, path).Replace('\\', '/'))
        select Row(scenario);

    public static IReadOnlyList<Scenario> Read(string file)
    {
        using var text = File.OpenText(Path.Combine(Root, file));
        return FeatureFile.Read(file, text);
    }

    private static TheoryDataRow<ScenarioCase> Row(Scenario scenario) =>
        new(new ScenarioCase(scenario))
        {
            TestDisplayName = scenario.FullName,
            Traits =
            {
                ["特性"] = [scenario.Feature],
                ["场景"] = [scenario.Name],
                ["标签"] = [.. scenario.Tags],
            },
        };
}
