using System.Xml.Linq;
using Workflows.Definitions.Decisions.Tables;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>Reads decision tables (DMN 1.5 §8.3).</summary>
internal sealed class DecisionTables(DmnFile file, ItemDefinitions types, BoxedExpressions expressions)
{
    private static readonly Dictionary<string, HitPolicy> Policies = new(StringComparer.Ordinal)
    {
        ["UNIQUE"] = HitPolicy.Unique,
        ["FIRST"] = HitPolicy.First,
        ["PRIORITY"] = HitPolicy.Priority,
        ["ANY"] = HitPolicy.Any,
        ["COLLECT"] = HitPolicy.Collect,
        ["RULE ORDER"] = HitPolicy.RuleOrder,
        ["OUTPUT ORDER"] = HitPolicy.OutputOrder,
    };

    private static readonly Dictionary<string, Aggregation> Aggregations = new(StringComparer.Ordinal)
    {
        ["SUM"] = Aggregation.Sum,
        ["COUNT"] = Aggregation.Count,
        ["MIN"] = Aggregation.Min,
        ["MAX"] = Aggregation.Max,
    };

    public Node Read(XElement table, Place place)
    {
        InputClause[] inputs = [.. file.Children(table, "input").Select(input => Input(input, place))];
        var outputElements = file.Children(table, "output").ToList();
        OutputClause[] outputs = [.. outputElements.Select(output => Output(output, outputElements.Count, place))];
        var policy = Chosen(table, "hitPolicy", Policies, HitPolicy.Unique);
        var aggregation = Chosen(table, "aggregation", Aggregations, Aggregation.None);

        if (outputs.Length == 0)
        {
            file.Error(table, "Expected a decision table with an output, but it has none.");
        }

        if (aggregation is not Aggregation.None && (policy is not HitPolicy.Collect || outputs.Length > 1))
        {
            file.Error(table, "Expected an aggregation only for a table that collects one output, but this one does not.");
        }

        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder && outputs.All(output => output.Order is null))
        {
            file.Error(table, "Expected outputValues, whose order is the priority, but no output has any.");
        }

        Rule[] rules = [.. file.Children(table, "rule").Select(rule => Rule(rule, inputs.Length, outputs.Length, place)).OfType<Rule>()];
        return new DecisionTable(place.Name, policy, aggregation, inputs, outputs, rules);
    }

    private T Chosen<T>(XElement table, string attribute, Dictionary<string, T> known, T otherwise)
    {
        if (table.Attribute(attribute) is not { } chosen)
        {
            return otherwise;
        }

        if (known.TryGetValue(chosen.Value, out var value))
        {
            return value;
        }

        file.Error(chosen, $"Expected {attribute} to be one of {string.Join(", ", known.Keys)}, but it is '{chosen.Value}'.");
        return otherwise;
    }

    private InputClause Input(XElement input, Place place)
    {
        if (file.Child(input, "inputExpression") is not { } expression)
        {
            file.Error(input, "Expected 'input' to have an inputExpression, but it has none.");
            return new InputClause(new Constant(FeelValue.Null), null, "");
        }

        var allowed = file.Child(input, "inputValues") is { } values ? expressions.Tests(values, place) : null;
        return new InputClause(expressions.Text(expression, place), allowed, input.Attribute("label")?.Value ?? file.Text(expression, "text")?.Trim() ?? "");
    }

    private OutputClause Output(XElement output, int outputs, Place place)
    {
        var order = file.Child(output, "outputValues") is { } values ? expressions.Tests(values, place) : null;
        var otherwise = file.Child(output, "defaultOutputEntry") is { } entry ? expressions.Text(entry, place) : null;
        return new OutputClause(outputs > 1 ? file.Name(output) : null, types.Of(output), order, otherwise);
    }

    private Rule? Rule(XElement rule, int inputs, int outputs, Place place)
    {
        var tests = file.Children(rule, "inputEntry").ToList();
        var results = file.Children(rule, "outputEntry").ToList();

        if (tests.Count != inputs || results.Count != outputs)
        {
            file.Error(rule, $"Expected a rule of {inputs} inputs and {outputs} outputs, but it has {tests.Count} and {results.Count}.");
            return null;
        }

        return new Rule(
            DmnFile.Id(rule) is { Length: > 0 } id ? id : null,
            [.. tests.Select(test => expressions.Tests(test, place))],
            [.. results.Select(result => expressions.Text(result, place))],
            [.. file.Children(rule, "annotationEntry").Select(annotation => file.Text(annotation, "text")?.Trim() ?? "")]);
    }
}
