namespace Workflows.Specs.Support.Gherkin;

/// <summary>Asked once the last step of a scenario has held, on every driver that the scenario used.</summary>
/// <remarks>For what must hold after every scenario, whatever it was about: a replay of the journal gives the same case.</remarks>
public interface IScenarioEnd
{
    Task VerifyAtScenarioEnd();
}
