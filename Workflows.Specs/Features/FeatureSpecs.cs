using Workflows.Specs.Support.Gherkin;
using Xunit;

namespace Workflows.Specs.Features;

/// <summary>Every scenario of every feature in this folder, as a test of its own.</summary>
public class FeatureSpecs
{
    private static readonly ScenarioRunner Runner = new(new StepCatalogue(typeof(FeatureSpecs).Assembly.GetTypes()
        .Where(type => type.Namespace == "Workflows.Specs.StepDefinitions")));

    [Theory]
    [MemberData(nameof(FeatureFolder.Cases), MemberType = typeof(FeatureFolder))]
    public Task Scenario_holds(ScenarioCase scenario) => Runner.Run(scenario.Scenario);
}
