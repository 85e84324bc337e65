namespace Workflows.Specs.Support.Gherkin;

/// <summary>One scenario, or one example row of an outline, with the steps of its backgrounds in front.</summary>
/// <param name="File">Path of the feature below its folder, with forward slashes.</param>
/// <param name="Line">Line of the scenario or of its example row, from 1.</param>
/// <param name="Tags">Without the at sign; those of the feature, the rule and the examples included.</param>
public sealed record Scenario(
    string File,
    int Line,
    string Feature,
    string? Rule,
    string Name,
    IReadOnlyList<string> Tags,
    IReadOnlyList<ScenarioStep> Steps)
{
    public string FullName => string.Join(" › ", new[] { Feature, Rule, Name }.OfType<string>());
}

/// <param name="Line">Line in the feature, from 1.</param>
/// <param name="Below">The doc string (a string) and the <see cref="StepTable"/> below the step, where it has them.</param>
public sealed record ScenarioStep(string Keyword, string Text, int Line, IReadOnlyList<object> Below);
