using Xunit.Sdk;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>Runs a scenario: finds all its steps first, then runs them in order on fresh step classes.</summary>
public sealed class ScenarioRunner(StepCatalogue catalogue)
{
    public async Task Run(Scenario scenario)
    {
        var steps = scenario.Steps.Select(step => (Step: step, Definition: catalogue.Find(step, scenario.File))).ToList();

        await using var scope = new ScenarioScope();
        foreach (var (step, definition) in steps)
        {
            try
            {
                await definition.Run(step, scope);
            }
            catch (Exception exception) when (exception is not SkipException)
            {
                throw new StepFailure(scenario.File, step, exception.Message, exception);
            }
        }

        await scope.VerifyEnd();
    }
}
