using Xunit.Sdk;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>A scenario as a test runner remembers it: by file and line, so that one can be run again alone.</summary>
public sealed class ScenarioCase : IXunitSerializable
{
    private Scenario? scenario;

    public ScenarioCase()
    {
    }

    public ScenarioCase(Scenario scenario) => this.scenario = scenario;

    public Scenario Scenario => scenario ?? throw new InvalidOperationException("Expected a scenario, but none was deserialized.");

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("file", Scenario.File);
        info.AddValue("line", Scenario.Line);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        var line = info.GetValue<int>("line");
        scenario = FeatureFolder.Read(info.GetValue<string>("file")!).Single(candidate => candidate.Line == line);
    }

    public override string ToString() => $"{Scenario.File}:{Scenario.Line}";
}
