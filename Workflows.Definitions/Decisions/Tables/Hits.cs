using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Tables;

/// <summary>Makes one value of the rules that match, as the table's hit policy says.</summary>
internal static class Hits
{
    /// <param name="rules">At least one, in the order of the table.</param>
    public static FeelValue Resolve(Evaluation run, DecisionTable table, List<int> rules, Scope scope) => table.Policy switch
    {
        HitPolicy.Unique when rules.Count > 1 =>
            run.Fail($"Expected at most one rule of table '{table.Name}' to match, but rules {Places(rules)} do."),
        HitPolicy.Unique or HitPolicy.First => table.Output(run, rules[0], scope),
        HitPolicy.Any => Same(run, table, rules, scope),
        HitPolicy.Priority => First(run, table, Ranked(run, table, rules, scope)),
        HitPolicy.OutputOrder => List(run, table, Ranked(run, table, rules, scope)),
        HitPolicy.RuleOrder => List(run, table, InOrder(run, table, rules, scope)),
        _ => Collected(run, table, InOrder(run, table, rules, scope)),
    };

    /// <summary>The value where no rule matches and there is no default.</summary>
    public static FeelValue OfNone(DecisionTable table) => table.Policy switch
    {
        HitPolicy.Collect when table.Aggregation is Aggregation.Count => 0,
        HitPolicy.Collect when table.Aggregation is Aggregation.None => FeelList.Empty,
        HitPolicy.RuleOrder or HitPolicy.OutputOrder => FeelList.Empty,
        _ => FeelValue.Null,
    };

    private static List<(int Rule, FeelValue Value)> InOrder(Evaluation run, DecisionTable table, List<int> rules, Scope scope) =>
        [.. rules.Select(rule => (rule, table.Value(run, rule, scope)))];

    private static FeelValue Same(Evaluation run, DecisionTable table, List<int> rules, Scope scope)
    {
        var values = InOrder(run, table, rules, scope);
        values.ForEach(value => run.Weigh(value.Value));
        return values.TrueForAll(other => FeelEquality.Equal(other.Value, values[0].Value) == true)
            ? List(run, table, values)[0]
            : run.Fail($"Expected all matching rules of table '{table.Name}' to give the same, but rules {Places(rules)} differ.");
    }

    /// <summary>By the outputs' places among their allowed values, the leftmost output first; what is not among them comes last.</summary>
    private static List<(int Rule, FeelValue Value)> Ranked(Evaluation run, DecisionTable table, List<int> rules, Scope scope)
    {
        var values = InOrder(run, table, rules, scope);
        var ranked = values.OrderBy(_ => 0);

        for (var i = 0; i < table.Outputs.Count; i++)
        {
            if (table.Outputs[i].Order is { } order)
            {
                var name = table.Outputs[i].Name;
                ranked = ranked.ThenBy(value => order.Rank(run, scope, name is not null && value.Value is FeelContext outputs && table.Outputs.Count > 1 ? outputs[name] : value.Value));
            }
        }

        return [.. ranked];
    }

    private static FeelValue First(Evaluation run, DecisionTable table, List<(int Rule, FeelValue Value)> ranked)
    {
        table.Report(run, ranked[0].Rule);
        return ranked[0].Value;
    }

    private static FeelList List(Evaluation run, DecisionTable table, List<(int Rule, FeelValue Value)> outputs)
    {
        outputs.ForEach(output => table.Report(run, output.Rule));
        run.Reserve(outputs.Count);
        return new FeelList(outputs.Select(output => output.Value));
    }

    private static FeelValue Collected(Evaluation run, DecisionTable table, List<(int Rule, FeelValue Value)> outputs)
    {
        var list = List(run, table, outputs);
        return table.Aggregation switch
        {
            Aggregation.Sum => AggregateFunctions.Sum(run, list),
            Aggregation.Count => list.Count,
            Aggregation.Min => AggregateFunctions.Extreme(run, list, -1),
            Aggregation.Max => AggregateFunctions.Extreme(run, list, 1),
            _ => list,
        };
    }

    private static string Places(List<int> rules) => string.Join(", ", rules.Select(rule => rule + 1));
}
