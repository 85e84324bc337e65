using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>Where flows part by a step's outcome, every outcome leads on, and no flow waits for an outcome that does not exist.</summary>
/// <remarks>Only gateways whose conditions read nothing but outcomes are judged: of other data every value may come.</remarks>
public sealed class OutcomeCoverage : IDefinitionRule
{
    /// <summary>Gateways over more combinations of outcomes than this are not judged.</summary>
    private const int MostCombinations = 1000;

    public string Id => "outcome-coverage";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var outcomes = definition.Nodes
            .Where(at => at.Node is UserTask && at.Node.Approval.Outcomes.Count > 0)
            .GroupBy(at => $"{at.Node.Id}.outcome", at => at.Node.Approval.Outcomes.Select(outcome => outcome.Code).Distinct().ToList())
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return definition.Nodes
            .Where(at => at.Node is ExclusiveGateway or InclusiveGateway && at.Node.Outgoing.Count > 1)
            .SelectMany(at => Of(at.Node, at.Scope, outcomes));
    }

    private static IEnumerable<Flaw> Of(FlowNode gateway, ScopeUnderCheck scope, Dictionary<string, List<string>> outcomes)
    {
        var defaultFlow = (gateway as ExclusiveGateway)?.DefaultFlowId ?? (gateway as InclusiveGateway)?.DefaultFlowId;
        var flows = scope.Outgoing(gateway).Where(flow => flow.Id != defaultFlow).Select(flow => (flow.Id, Condition: Parsed(flow.Condition))).ToList();
        var read = flows.SelectMany(flow => flow.Condition?.Paths ?? []).Distinct().ToList();
        if (flows.Exists(flow => flow.Condition is null || !flow.Condition.Names.All(name => outcomes.ContainsKey($"{name}.outcome")))
            || read.Count == 0
            || !read.TrueForAll(outcomes.ContainsKey)
            || read.Aggregate(1L, (product, path) => product * outcomes[path].Count) > MostCombinations)
        {
            yield break;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var combination in Combinations(read, outcomes))
        {
            var next = flows.Where(flow => flow.Condition!.Evaluate(Scope(combination)).IsTrue).Select(flow => flow.Id).ToList();
            taken.UnionWith(next);
            if (next.Count == 0 && defaultFlow is null)
            {
                var text = string.Join(" and ", combination.Select(one => $"{one.Path} = \"{one.Code}\""));
                yield return new Flaw(gateway.Id, $"Expected a flow out of gateway '{gateway.Id}' for every outcome, but there is none for {text}.");
            }
        }

        foreach (var flow in flows.Where(flow => !taken.Contains(flow.Id)))
        {
            yield return new Flaw(flow.Id, $"Expected some outcome to lead over sequence flow '{flow.Id}', but none meets '{flow.Condition!.Text}'.");
        }
    }

    private static FeelContext Scope(IEnumerable<(string Path, string Code)> combination) => combination.Aggregate(
        FeelContext.Empty,
        (scope, one) => scope.With(one.Path.Split('.')[0], FeelContext.Empty.With("outcome", one.Code)));

    private static IEnumerable<IReadOnlyList<(string Path, string Code)>> Combinations(IReadOnlyList<string> paths, Dictionary<string, List<string>> outcomes) =>
        paths.Aggregate(
            (IEnumerable<IReadOnlyList<(string Path, string Code)>>)[[]],
            (combinations, path) => combinations.SelectMany(one => outcomes[path].Select(code => (IReadOnlyList<(string, string)>)[.. one, (path, code)])));

    private static FeelExpression? Parsed(string? text)
    {
        try
        {
            return text is null ? null : FeelExpression.Parse(text);
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }
}
