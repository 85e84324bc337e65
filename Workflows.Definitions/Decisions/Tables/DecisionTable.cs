using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Tables;

/// <param name="Expression">What is asked.</param>
/// <param name="Allowed">The values that the input may have; null for any.</param>
/// <param name="Label">For messages: the input's label or expression.</param>
internal sealed record InputClause(Node Expression, TestsNode? Allowed, string Label);

/// <param name="Name">The entry of the result; null for the only output of a table.</param>
/// <param name="Order">The allowed values, highest priority first; null for none.</param>
/// <param name="Default">The value where no rule matches; null for none.</param>
internal sealed record OutputClause(string? Name, FeelType Type, TestsNode? Order, Node? Default);

/// <param name="Tests">One per input; null where any input will do.</param>
internal sealed record Rule(string? Id, TestsNode?[] Tests, Node[] Outputs, string[] Annotations);

/// <summary>A decision table (DMN 1.5 §8).</summary>
internal sealed class DecisionTable : Node
{
    private readonly InputClause[] _inputs;
    private readonly Rule[] _rules;
    private readonly int _cells;

    public DecisionTable(string name, HitPolicy policy, Aggregation aggregation, InputClause[] inputs, OutputClause[] outputs, Rule[] rules)
        : base([.. inputs.Select(input => input.Expression), .. rules.SelectMany(rule => rule.Tests).OfType<TestsNode>(), .. rules.SelectMany(rule => rule.Outputs)])
    {
        (Name, Policy, Aggregation, Outputs, _inputs, _rules) = (name, policy, aggregation, outputs, inputs, rules);
        _cells = rules.Sum(rule => rule.Tests.Sum(test => test?.Size ?? 0));
    }

    /// <summary>For messages, and where officers are told the rules.</summary>
    public string Name { get; }

    public HitPolicy Policy { get; }

    public Aggregation Aggregation { get; }

    public IReadOnlyList<OutputClause> Outputs { get; }

    public override FeelValue Evaluate(Evaluation run, Scope scope)
    {
        run.Spend(_cells);
        var inputs = new Scope[_inputs.Length];

        for (var i = 0; i < inputs.Length; i++)
        {
            var value = _inputs[i].Expression.Evaluate(run, scope);
            inputs[i] = scope.Push(value);

            if (value is not FeelNull && _inputs[i].Allowed is { } allowed && !ReferenceEquals(allowed.Test(run, inputs[i], value), FeelBoolean.True))
            {
                return run.Fail($"Expected input '{_inputs[i].Label}' of table '{Name}' to have one of its allowed values, but it is {FeelText.Brief(value)}.");
            }
        }

        var matching = Matching(run, inputs);
        return matching.Count == 0 ? Default(run, scope) : Hits.Resolve(run, this, matching, scope);
    }

    /// <summary>The output of a rule, of which is told.</summary>
    public FeelValue Output(Evaluation run, int rule, Scope scope)
    {
        Report(run, rule);
        return Value(run, _rules[rule].Outputs, scope);
    }

    public void Report(Evaluation run, int rule) => run.OnMatch?.Invoke(new MatchedRule(Name, rule + 1, _rules[rule].Id, _rules[rule].Annotations));

    /// <summary>The output of a rule, of which nobody is told yet.</summary>
    public FeelValue Value(Evaluation run, int rule, Scope scope) => Value(run, _rules[rule].Outputs, scope);

    private List<int> Matching(Evaluation run, Scope[] inputs)
    {
        var matching = new List<int>();

        for (var i = 0; i < _rules.Length; i++)
        {
            if (Matches(run, _rules[i].Tests, inputs))
            {
                matching.Add(i);

                if (Policy is HitPolicy.First)
                {
                    break;
                }
            }
        }

        return matching;
    }

    private static bool Matches(Evaluation run, TestsNode?[] tests, Scope[] inputs)
    {
        for (var i = 0; i < tests.Length; i++)
        {
            if (tests[i] is { } test && !ReferenceEquals(test.Test(run, inputs[i], inputs[i].Locals!.Value), FeelBoolean.True))
            {
                return false;
            }
        }

        return true;
    }

    private FeelValue Default(Evaluation run, Scope scope)
    {
        if (Outputs.All(output => output.Default is null))
        {
            return Hits.OfNone(this);
        }

        run.OnMatch?.Invoke(new MatchedRule(Name, 0, null, []));
        return Value(run, [.. Outputs.Select(output => output.Default ?? new Constant(FeelValue.Null))], scope);
    }

    private FeelValue Value(Evaluation run, Node[] nodes, Scope scope)
    {
        if (nodes.Length == 1)
        {
            return Cell(run, 0, nodes[0], scope);
        }

        var names = new string[nodes.Length];
        var values = new FeelValue[nodes.Length];

        for (var i = 0; i < nodes.Length; i++)
        {
            names[i] = Outputs[i].Name!;
            values[i] = Cell(run, i, nodes[i], scope);
        }

        return new FeelContext(names, values);
    }

    private FeelValue Cell(Evaluation run, int output, Node node, Scope scope)
    {
        var value = node.Evaluate(run, scope);
        return Outputs[output].Type.Conform(value, run)
            ?? run.Fail($"Expected output '{Outputs[output].Name ?? Name}' of table '{Name}' to be {Outputs[output].Type}, but it is {FeelText.Brief(value)}.");
    }
}
