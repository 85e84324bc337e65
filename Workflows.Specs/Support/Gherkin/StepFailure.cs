namespace Workflows.Specs.Support.Gherkin;

/// <summary>A step that could not be run or did not hold, with the place in the feature.</summary>
public sealed class StepFailure(string file, ScenarioStep step, string reason, Exception? cause = null)
    : Exception($"{file}:{step.Line} {step.Keyword}{step.Text}{Environment.NewLine}{reason}", cause);
