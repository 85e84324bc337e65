using Gherkin;
using Gherkin.Ast;
using Outline = Gherkin.Ast.Scenario;

namespace Workflows.Specs.Support.Gherkin;

/// <summary>Reads a <c>.feature</c> file into scenarios: backgrounds in front, outlines written out row by row.</summary>
public sealed class FeatureFile
{
    private readonly string file;
    private readonly Feature feature;

    private FeatureFile(string file, Feature feature) => (this.file, this.feature) = (file, feature);

    /// <param name="file">The name by which scenarios and failures call the file.</param>
    public static IReadOnlyList<Scenario> Read(string file, TextReader text)
    {
        var document = new Parser().Parse(text);
        return document.Feature is { } feature
            ? [.. new FeatureFile(file, feature).Scenarios(feature, rule: null, background: [], Names(feature))]
            : throw new InvalidDataException($"Expected '{file}' to hold a feature, but it is empty.");
    }

    private IEnumerable<Scenario> Scenarios(IHasChildren parent, string? rule, IReadOnlyList<Step> background, IReadOnlyList<string> tags)
    {
        var before = background.Concat(parent.Children.OfType<Background>().SelectMany(child => child.Steps)).ToList();
        return parent.Children.SelectMany(child => child switch
        {
            Rule inner => Scenarios(inner, inner.Name, before, [.. tags, .. Names(inner)]),
            Outline scenario => Rows(scenario, rule, before, [.. tags, .. Names(scenario)]),
            _ => [],
        });
    }

    private IEnumerable<Scenario> Rows(Outline scenario, string? rule, IReadOnlyList<Step> background, IReadOnlyList<string> tags)
    {
        if (!scenario.Examples.Any())
        {
            return [Written(scenario, rule, background, tags, scenario.Location.Line, text => text)];
        }

        return
            from examples in scenario.Examples
            from row in examples.TableBody
            let values = examples.TableHeader.Cells.Zip(row.Cells).Select(cell => (Hole: $"<{cell.First.Value}>", cell.Second.Value)).ToList()
            select Written(
                scenario,
                rule,
                background,
                [.. tags, .. Names(examples)],
                row.Location.Line,
                text => values.Aggregate(text, (filled, cell) => filled.Replace(cell.Hole, cell.Value, StringComparison.Ordinal)));
    }

    private Scenario Written(
        Outline scenario,
        string? rule,
        IReadOnlyList<Step> background,
        IReadOnlyList<string> tags,
        int line,
        Func<string, string> fill) =>
        new(
            file,
            line,
            feature.Name,
            rule,
            fill(scenario.Name),
            tags,
            [.. background.Select(step => Step(step, text => text)), .. scenario.Steps.Select(step => Step(step, fill))]);

    private static ScenarioStep Step(Step step, Func<string, string> fill)
    {
        object[] text = step.DocString is { } doc ? [fill(doc.Content)] : [];
        object[] table = step.DataTable is { } rows ? [new StepTable([.. rows.Rows.Select(row => row.Cells.Select(cell => fill(cell.Value)).ToList())])] : [];
        return new ScenarioStep(step.Keyword.Trim(), fill(step.Text), step.Location.Line, [.. text, .. table]);
    }

    private static IReadOnlyList<string> Names(IHasTags tagged) => [.. tagged.Tags.Select(tag => tag.Name.TrimStart('@'))];
}
